"""Django's own admin over ten accounts, in one file: settings, a model, data, and the development server.

Usage: /usr/bin/python3 django_console.py <port> <folder for the database>
Signs in with admin / admin. Listens on 127.0.0.1 only.
"""
import json
import os
import sys

import django
from django.conf import settings

PORT, FOLDER = sys.argv[1], sys.argv[2]
settings.configure(
    DEBUG=True, SECRET_KEY="loopback only", ALLOWED_HOSTS=["localhost", "127.0.0.1"], ROOT_URLCONF=__name__, USE_TZ=True, TIME_ZONE="UTC",
    LANGUAGE_CODE="en-us", USE_L10N=True, DEFAULT_AUTO_FIELD="django.db.models.AutoField", STATIC_URL="/static/",
    INSTALLED_APPS=["django.contrib.admin", "django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions", "django.contrib.messages", "django.contrib.staticfiles"],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": os.path.join(FOLDER, "console.sqlite3")}},
    MIDDLEWARE=["django.middleware.security.SecurityMiddleware", "django.contrib.sessions.middleware.SessionMiddleware", "django.middleware.csrf.CsrfViewMiddleware", "django.contrib.auth.middleware.AuthenticationMiddleware", "django.contrib.messages.middleware.MessageMiddleware"],
    TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True, "OPTIONS": {"context_processors": ["django.template.context_processors.request", "django.contrib.auth.context_processors.auth", "django.contrib.messages.context_processors.messages"]}}],
)
django.setup()

from django.contrib import admin  # noqa: E402
from django.contrib.auth.models import User  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection, models  # noqa: E402
from django.urls import path  # noqa: E402


class Account(models.Model):
    account_id = models.CharField("Account ID", max_length=40)
    company = models.CharField(max_length=200)
    plan = models.CharField(max_length=40, choices=[(name, name) for name in ("Standard", "Business", "Enterprise")])
    seats = models.IntegerField(null=True, blank=True)
    active = models.IntegerField("Active users", null=True, blank=True)
    logged_in = models.IntegerField("Users who have logged in", null=True, blank=True)
    intended = models.IntegerField("Intended users", null=True, blank=True)
    contract = models.DateField("Contract date", null=True, blank=True)
    last_login = models.DateTimeField("Last login", null=True, blank=True)
    trial = models.BooleanField("Trial use", default=False)
    setup = models.BooleanField("Admin set-up complete", default=False)

    class Meta:
        app_label = "auth"

    def __str__(self):
        return self.company


class AccountAdmin(admin.ModelAdmin):
    readonly_fields = ("account_id", "last_login", "setup", "active")


admin.site.register(Account, AccountAdmin)
urlpatterns = [path("admin/", admin.site.urls)]

call_command("migrate", verbosity=0, run_syncdb=True)
with connection.schema_editor() as editor:
    if Account._meta.db_table not in connection.introspection.table_names():
        editor.create_model(Account)
User.objects.create_superuser("admin", "", "admin")
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "accounts.json"), encoding="utf-8") as file:
    for one in json.load(file):
        Account.objects.create(
            account_id=one["id"], company=one["company"], plan=one["plan"], seats=one["seats"], active=one["active"], logged_in=one["loggedIn"], intended=one["intended"],
            contract=one["contract"], last_login=one["lastLogin"], trial=one["trial"], setup=one["setup"],
        )
call_command("runserver", f"127.0.0.1:{PORT}", use_reloader=False, verbosity=0)
