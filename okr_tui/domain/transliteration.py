"""Names of other scripts in Latin letters, for ids that people can type: Cyrillic, Greek, Hangul, kana.

Tables as on signs and in passports, without accents: BGN/PCGN for Cyrillic, ELOT 743 for Greek, the Revised
Romanization for Korean, Hepburn for Japanese kana. Ideographs need a dictionary and stay as they are.
"""

import unicodedata

_SPECIAL = {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ŋ": "ng"}
_CYRILLIC_LETTERS = "абвгґдеєжзиіїйклмнопрстуфхцчшщъыьэюяђјљњћџ"
_CYRILLIC_SAID = "a b v g g d e ye zh z i i i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya dj j lj nj c dz"
_CYRILLIC = dict(zip(_CYRILLIC_LETTERS, _CYRILLIC_SAID.split(" "), strict=True))
_GREEK_LETTERS = "αβγδεζηθικλμνξοπρςστυφχψω"
_GREEK_SAID = "a v g d e z i th i k l m n x o p r s s t y f ch ps o"
_GREEK = dict(zip(_GREEK_LETTERS, _GREEK_SAID.split(" "), strict=True))
_VOWELS = "aiueo"
_KANA_ROWS = {
    "": "あいうえお", "k": "かきくけこ", "s": "さしすせそ", "t": "たちつてと", "n": "なにぬねの", "h": "はひふへほ",
    "m": "まみむめも", "r": "らりるれろ", "g": "がぎぐげご", "z": "ざじずぜぞ", "d": "だぢづでど", "b": "ばびぶべぼ",
    "p": "ぱぴぷぺぽ",
}  # fmt: skip
_KANA = {kana: head + vowel for head, row in _KANA_ROWS.items() for kana, vowel in zip(row, _VOWELS, strict=True)} | {
    "や": "ya", "ゆ": "yu", "よ": "yo", "わ": "wa", "を": "o", "ん": "n", "ゔ": "vu", "ー": "",
    "し": "shi", "ち": "chi", "つ": "tsu", "ふ": "fu", "じ": "ji", "ぢ": "ji", "づ": "zu",
    "ぁ": "a", "ぃ": "i", "ぅ": "u", "ぇ": "e", "ぉ": "o",
}  # fmt: skip
_SMALL_Y = {"ゃ": "a", "ゅ": "u", "ょ": "o"}
_HANGUL_FIRST = "g kk n d tt r m b pp s ss  j jj ch k t p h"
_HANGUL_MIDDLE = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i"
_HANGUL_LAST = " k k k n n n t l k m l l l p l m p p t t ng t t k t p t"
_FIRST, _MIDDLE, _LAST = (said.split(" ") for said in (_HANGUL_FIRST, _HANGUL_MIDDLE, _HANGUL_LAST))
_HANGUL, _HANGUL_END = 0xAC00, 0xD7A3
_KATAKANA, _KATAKANA_END, _TO_HIRAGANA = 0x30A1, 0x30F6, 0x60


def latin(text: str) -> str:
    """The text in lower-case Latin letters where a table knows how, without accents; other letters stay."""
    if text.isascii():
        return text.casefold()
    made: list[str] = []
    double = False
    for letter in unicodedata.normalize("NFC", text).casefold():
        kana = _hiragana(letter)
        if kana == "っ":
            double = True
            continue
        if kana in _SMALL_Y and made and made[-1].endswith("i"):
            head = made[-1][:-1]
            made[-1] = head + ("" if head[-1:] in {"h", "j"} else "y") + _SMALL_Y[kana]
            continue
        said = _letter(letter, kana)
        made.append(said[:1] + said if double and said[:1] not in {"", *_VOWELS} else said)
        double = False
    return "".join(made)


def _letter(letter: str, kana: str) -> str:
    for table in (_SPECIAL, _CYRILLIC, _KANA):
        known = table.get(kana if table is _KANA else letter)
        if known is not None:
            return known
    if _HANGUL <= ord(letter) <= _HANGUL_END:
        first, rest = divmod(ord(letter) - _HANGUL, 588)
        return _FIRST[first] + _MIDDLE[rest // 28] + _LAST[rest % 28]
    bare = "".join(each for each in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(each))
    return "".join(_GREEK.get(each, each) for each in bare.casefold())


def _hiragana(letter: str) -> str:
    """A katakana as its hiragana; anything else as it is."""
    return chr(ord(letter) - _TO_HIRAGANA) if _KATAKANA <= ord(letter) <= _KATAKANA_END else letter
