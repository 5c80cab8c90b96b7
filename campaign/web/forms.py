"""What the desk's forms have in common: WTForms without its own token (``csrf`` guards every route), our sentences.

Only the fields that a form names are read; whatever else a browser sends is ignored.
"""

from __future__ import annotations

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import Field, StringField
from wtforms.validators import InputRequired, Length, ValidationError

from campaign.calendar.sentence import Sentence
from campaign.errors import CampaignError, InvalidInput
from campaign.mailer.address import clean_name, parse_address
from campaign.web.language import gettext, language

REQUIRED = _("Mục này không được để trống.")


class Form(FlaskForm):  # type: ignore[misc]
    class Meta:
        csrf = False


def required() -> InputRequired:
    return InputRequired(REQUIRED)


def said(error: CampaignError) -> str:
    """The error's sentence in the language of the page."""
    return _sentence(error).say(language(), gettext)


def _sentence(error: CampaignError) -> Sentence:
    """Errors inside an error ("Dòng 3: ...") are sentences inside its sentence."""
    values = {name: _sentence(each) if isinstance(each, CampaignError) else each for name, each in error.values.items()}
    return Sentence(error.template, **values)


def blame(field: Field, error: CampaignError) -> None:
    """Show an error that a verb found beside the field that it is about."""
    field.errors = (*field.errors, said(error))


def name_field(label: str, **attributes: str) -> StringField:
    """A person's name as it may be stored."""
    return StringField(label, [required(), Length(max=200), _clean], render_kw=attributes)


def address_field(label: str, **attributes: str) -> StringField:
    """A mail address in the one form in which it is stored."""
    return StringField(label, [required(), Length(max=254), _parsed], render_kw={"inputmode": "email", **attributes})


def _clean(_form: object, field: Field) -> None:
    try:
        field.data = clean_name(field.data or "")
    except InvalidInput as error:
        raise ValidationError(said(error)) from None


def _parsed(_form: object, field: Field) -> None:
    try:
        field.data = parse_address(field.data or "")
    except InvalidInput as error:
        raise ValidationError(said(error)) from None
