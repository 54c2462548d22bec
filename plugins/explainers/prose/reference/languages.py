"""The names of languages in English, by their tag's first part. (ISO 639-1)"""

from __future__ import annotations

from collections.abc import Mapping

_NAMES = """
af Afrikaans, am Amharic, ar Arabic, az Azerbaijani, be Belarusian, bg Bulgarian, bn Bengali, bo Tibetan,
bs Bosnian, ca Catalan, ce Chechen, cs Czech, cy Welsh, da Danish, de German, dv Dhivehi, el Greek, en English,
eo Esperanto, es Spanish, et Estonian, eu Basque, fa Persian, fi Finnish, fo Faroese, fr French, ga Irish,
gd Scottish Gaelic, gl Galician, gu Gujarati, ha Hausa, he Hebrew, hi Hindi, hr Croatian, ht Haitian Creole,
hu Hungarian, hy Armenian, id Indonesian, ig Igbo, is Icelandic, it Italian, ja Japanese, jv Javanese, ka Georgian,
kk Kazakh, kl Greenlandic, km Khmer, kn Kannada, ko Korean, ku Kurdish, ky Kyrgyz, la Latin, lb Luxembourgish,
ln Lingala, lo Lao, lt Lithuanian, lv Latvian, mg Malagasy, mi Māori, mk Macedonian, ml Malayalam, mn Mongolian,
mr Marathi, ms Malay, mt Maltese, my Burmese, nb Norwegian, ne Nepali, nl Dutch, nn Norwegian, no Norwegian,
om Oromo, or Odia, os Ossetian, pa Punjabi, pl Polish, ps Pashto, pt Portuguese, rm Romansh, rn Kirundi,
ro Romanian, ru Russian, rw Kinyarwanda, sa Sanskrit, sd Sindhi, se Northern Sámi, si Sinhala, sk Slovak,
sl Slovenian, so Somali, sq Albanian, sr Serbian, sv Swedish, sw Swahili, ta Tamil, te Telugu, tg Tajik, th Thai,
ti Tigrinya, tk Turkmen, tl Tagalog, tr Turkish, tt Tatar, ug Uyghur, uk Ukrainian, ur Urdu, uz Uzbek,
vi Vietnamese, wo Wolof, xh Xhosa, yi Yiddish, yo Yoruba, zh Chinese, zu Zulu
"""
_ENTRIES = (entry.strip().partition(" ") for entry in _NAMES.split(","))
_NAMED: Mapping[str, str] = {tag: name for tag, _, name in _ENTRIES}


def primary(tag: str) -> str:
    """The language of a tag, without script and region: `pt-BR` is `pt`."""
    return tag.partition("-")[0].casefold()


def language_name(tag: str) -> str:
    """A language by its English name, or nothing where we have none for it."""
    return _NAMED.get(primary(tag), "")
