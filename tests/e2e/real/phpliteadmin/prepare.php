<?php
// Debian's phpLiteAdmin over ten accounts, in a folder of its own. Usage: php prepare.php <folder>; then php -S 127.0.0.1:<port> -t <folder>.
// Signs in with admin.
$folder = $argv[1];
copy('/usr/share/phpliteadmin/phpliteadmin.php', "$folder/phpliteadmin.php");
file_put_contents("$folder/phpliteadmin.config.php", <<<'CONFIG'
<?php
$password = 'admin';
$databases = [['path' => 'console.sqlite', 'name' => 'Console']];
$cookie_name = 'console';
$allowed_extensions = ['sqlite'];
CONFIG);
$database = new PDO("sqlite:$folder/console.sqlite");
$database->setAttribute(PDO::ATTR_ERRMODE, PDO::ERRMODE_EXCEPTION);
$columns = [
    'account_id' => ['id', 'VARCHAR(40)'], 'company' => ['company', 'VARCHAR(200)'], 'domain' => ['domain', 'VARCHAR(200)'], 'plan' => ['plan', 'VARCHAR(40)'],
    'owner' => ['owner', 'VARCHAR(80)'], 'seats' => ['seats', 'INTEGER'], 'active_users' => ['active', 'INTEGER'], 'logged_in_users' => ['loggedIn', 'INTEGER'],
    'intended_users' => ['intended', 'INTEGER'], 'monthly_value' => ['monthly', 'NUMERIC(10,2)'], 'contract_date' => ['contract', 'DATE'],
    'last_login' => ['lastLogin', 'DATETIME'], 'trial_use' => ['trial', 'BOOLEAN'], 'admin_setup' => ['setup', 'BOOLEAN'],
    'setup_steps_done' => ['stepsDone', 'INTEGER'], 'setup_steps_total' => ['stepsTotal', 'INTEGER'],
];
$declared = implode(', ', array_map(fn ($name) => "$name {$columns[$name][1]}", array_keys($columns)));
$database->exec("CREATE TABLE accounts (id INTEGER PRIMARY KEY, $declared)");
$names = implode(', ', array_keys($columns));
$insert = $database->prepare("INSERT INTO accounts ($names) VALUES (" . implode(', ', array_fill(0, count($columns), '?')) . ')');
foreach (json_decode(file_get_contents(__DIR__ . '/../accounts.json'), true) as $one) {
    foreach (array_values($columns) as $at => [$key, $type]) {
        $value = $one[$key];
        if (is_bool($value)) $value = (int) $value;
        if ($type === 'DATETIME' && $value !== null) $value = strtr($value, ['T' => ' ', 'Z' => '']);
        $insert->bindValue($at + 1, $value, $value === null ? PDO::PARAM_NULL : (is_int($value) ? PDO::PARAM_INT : PDO::PARAM_STR));
    }
    $insert->execute();
}
