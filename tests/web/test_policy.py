"""first"""
from support.desk import post, signed_in


def test_it(app):
    client = signed_in(app)
    assert client.get("/account").status_code == 200
    answer = post(client, "/signout")
    assert answer.status_code == 303, answer.text
    assert client.get("/account").location == "/signin?to=/account"
    assert app.test_client().get("/").status_code == 200
