import { BaseDatabase, BaseProperty, BaseRecord, BaseResource } from 'adminjs';

/** A table in memory: `{ name, columns: { column: type }, rows }`. */
export class MemoryResource extends BaseResource {
  static isAdapterFor(table) {
    return Array.isArray(table?.rows) && typeof table.columns === 'object';
  }

  constructor(table) {
    super(table);
    this.table = table;
  }

  databaseName() {
    return 'memory';
  }

  databaseType() {
    return 'memory';
  }

  id() {
    return this.table.name;
  }

  properties() {
    return Object.entries(this.table.columns).map(
      ([path, type], position) => new BaseProperty({ path, type, isId: path === 'id', position }),
    );
  }

  property(path) {
    return this.properties().find((one) => one.path() === path) ?? null;
  }

  async count() {
    return this.table.rows.length;
  }

  async find(_filter, { limit = 20, offset = 0 }) {
    return this.table.rows.slice(offset, offset + limit).map((row) => new BaseRecord(row, this));
  }

  async findOne(id) {
    const row = this.table.rows.find((one) => String(one.id) === String(id));
    return row ? new BaseRecord(row, this) : null;
  }

  async findMany(ids) {
    return this.table.rows.filter((one) => ids.map(String).includes(String(one.id))).map((row) => new BaseRecord(row, this));
  }

  async update(id, params) {
    const row = this.table.rows.find((one) => String(one.id) === String(id));
    return Object.assign(row, params);
  }
}

export class MemoryDatabase extends BaseDatabase {
  static isAdapterFor() {
    return false;
  }
}
