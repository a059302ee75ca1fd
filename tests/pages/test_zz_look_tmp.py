import pytest
from songfa.access.models import User
@pytest.mark.django_db
def test_x(client, monkeypatch):
    monkeypatch.setattr("songfa.web.navigation.site", lambda request: [])
    monkeypatch.setattr("songfa.web.navigation.desk", lambda request, actor: [])
    u=User(username="zhou",name="Z"); u.set_password("seven quiet lanterns"); u.save()
    r=client.post("/accounts/login/", {"login": "zhou", "password": "seven quiet lanterns"})
    print(r.status_code, r.get("Location"), dict(client.session))
    r=client.get("/accounts/2fa/totp/activate/"); print(r.status_code, r.get("Location"))
    r=client.post("/accounts/reauthenticate/?next=/accounts/2fa/totp/activate/", {"password": "seven quiet lanterns"}); print(r.status_code, r.get("Location"), dict(client.session))
    r=client.get("/accounts/2fa/totp/activate/"); print(r.status_code, r.get("Location"))
