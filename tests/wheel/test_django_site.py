"""The Django recipe as it stands in the docs: a project with the installed wheel, in processes."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.docs.pages import named
from tests.support.served_app import served
from tests.support.visit import Visit
from tests.wheel.conftest import PYTHON, Installed

RECIPE = {name: block.code for name, block in named("django").items()}
SETTINGS = Path(__file__).with_name("django_settings.py").read_text("utf-8")
MATOMO = "https://matomo.example.org"
URLS = """
from django.conf import settings
from django.urls import path, re_path
from django.views.generic import TemplateView
from django.views.static import serve

urlpatterns = [
    path("", TemplateView.as_view(template_name="home.html")),
    re_path("^static/(?P<path>.*)$", serve, {"document_root": settings.STATIC_ROOT}),
]
"""
APP = """
import os

os.environ["DJANGO_SETTINGS_MODULE"] = "settings"
from django.core.wsgi import get_wsgi_application

app = get_wsgi_application()
"""
AT_WORK = """
PAQBRIDGE["internal"] = ["10.0.0.0/8"]
"""
IS_SIX = "import django; print(django.VERSION >= (6,))"


class Project:
    """A Django project in a folder, with the recipe's blocks in their places."""

    def __init__(self, folder: Path, packages: Path, matomo: str) -> None:
        self.folder = folder
        self.packages = packages
        self.matomo = matomo

    def put(self, *blocks: str, more: str = "") -> None:
        """Write settings with these blocks below, the template, and what Django needs besides."""
        said = "\n".join([SETTINGS, *(RECIPE[name] for name in blocks), more])
        self.write("settings.py", said.replace(MATOMO, self.matomo))
        self.write("templates/home.html", RECIPE["template"])
        self.write("urls.py", URLS)
        self.write("app.py", APP)

    def write(self, name: str, text: str) -> None:
        """Write a file."""
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")

    def manage(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a command of Django's."""
        environment = {
            **os.environ,
            "PYTHONPATH": f"{self.packages}:{self.folder}",
            "DJANGO_SETTINGS_MODULE": "settings",
        }
        command = [PYTHON, "-W", "error", "-m", "django", *arguments]
        return subprocess.run(
            command, cwd=self.folder, env=environment, capture_output=True, text=True
        )


@pytest.fixture
def project(visit: Visit, installed: Installed, tmp_path: Path) -> Project:
    """Give a project whose Matomo is the visit's."""
    return Project(tmp_path, installed.packages, visit.matomo)


def policies() -> list[str]:
    """Return the recipes for a policy that this Django can have."""
    ran = subprocess.run([PYTHON, "-c", IS_SIX], capture_output=True, text=True, check=True)
    return ["csp", "csp6"] if ran.stdout.strip() == "True" else ["csp"]


def test_the_recipe(visit: Visit, project: Project) -> None:
    """With collected, renamed files and a policy, the page view arrives."""
    for policy in policies():
        project.put("settings", policy)
        collected = project.manage("collectstatic", "--noinput")
        assert collected.returncode == 0, collected.stderr
        with served(project.folder, "wsgi", project.packages, PYTHON) as address:
            visit.go(address)
            assert [hit["action_name"] for hit in visit.arrived(1)] == ["Shop"]
            source = visit.run("document.querySelector('script[src]').outerHTML")
            assert f'src="{"/static/paqbridge/analytics.min."}' in source
            assert 'integrity="sha384-' in source
            assert "?v=" not in source
            visit.page.goto("about:blank")


def test_the_check(project: Project) -> None:
    """A wrong setting ends `manage.py check`, and is named with what is right."""
    project.put("settings", more='PAQBRIDGE["settings"]["siteId"] = "?"')
    ran = project.manage("check")
    assert ran.returncode == 1
    assert "(paqbridge.E001) PAQBRIDGE: siteId: expected an id, received '?'" in ran.stderr


def test_the_test_recipe(project: Project) -> None:
    """The test of the docs passes in a site that has the option which it is about."""
    project.put("settings", more=AT_WORK)
    project.write("test_page.py", RECIPE["test"])
    ran = project.manage("test")
    assert ran.returncode == 0, ran.stderr
    assert "Ran 2 tests" in ran.stderr
