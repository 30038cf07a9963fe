package io.jium.builder.language;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A language that pages can be written in. */
public enum Language {
    KOREAN("ko", "한국어", "KR"),
    ENGLISH("en", "English", "US"),
    JAPANESE("ja", "日本語", "JP"),
    CHINESE("zh-CN", "简体中文", "CN"),
    CHINESE_OF_TAIWAN("zh-TW", "繁體中文", "TW"),
    VIETNAMESE("vi", "Tiếng Việt", "VN"),
    THAI("th", "ไทย", "TH"),
    INDONESIAN("id", "Bahasa Indonesia", "ID"),
    MALAY("ms", "Bahasa Melayu", "MY"),
    FILIPINO("fil", "Filipino", "PH"),
    MONGOLIAN("mn", "Монгол", "MN"),
    UZBEK("uz", "Oʻzbekcha", "UZ"),
    KAZAKH("kk", "Қазақша", "KZ"),
    RUSSIAN("ru", "Русский", "RU"),
    UKRAINIAN("uk", "Українська", "UA"),
    NEPALI("ne", "नेपाली", "NP"),
    HINDI("hi", "हिन्दी", "IN"),
    BENGALI("bn", "বাংলা", "BD"),
    KHMER("km", "ខ្មែរ", "KH"),
    BURMESE("my", "မြန်မာ", "MM"),
    SPANISH("es", "Español", "ES"),
    PORTUGUESE("pt", "Português", "BR"),
    FRENCH("fr", "Français", "FR"),
    GERMAN("de", "Deutsch", "DE"),
    ITALIAN("it", "Italiano", "IT"),
    DUTCH("nl", "Nederlands", "NL"),
    POLISH("pl", "Polski", "PL"),
    TURKISH("tr", "Türkçe", "TR"),
    ARABIC("ar", "العربية", "SA"),
    HEBREW("he", "עברית", "IL"),
    PERSIAN("fa", "فارسی", "IR");

    private static final Map<String, Language> BY_PREFIX =
            Arrays.stream(values())
                    .collect(Collectors.toMap(Language::prefix, Function.identity()));
    private static final List<Language> FROM_RIGHT = List.of(ARABIC, HEBREW, PERSIAN);

    private final String tag;
    private final String ownName;
    private final String region;

    Language(String tag, String ownName, String region) {
        this.tag = tag;
        this.ownName = ownName;
        this.region = region;
    }

    /** By its tag in any case; empty for what is none of ours. */
    public static Optional<Language> of(String tag) {
        return Optional.ofNullable(BY_PREFIX.get(tag.toLowerCase(Locale.ROOT)));
    }

    /** As BCP 47 has it, at most five characters: {@code ko}, {@code zh-TW}. */
    public String tag() {
        return tag;
    }

    /** What its addresses begin with: {@code zh-tw}. */
    public String prefix() {
        return tag.toLowerCase(Locale.ROOT);
    }

    /** How those who speak it call it. */
    public String ownName() {
        return ownName;
    }

    /** As Open Graph has it: {@code ko_KR}. */
    public String openGraph() {
        return tag.substring(0, tag.indexOf('-') < 0 ? tag.length() : tag.indexOf('-'))
                + "_"
                + region;
    }

    public boolean isWrittenFromTheRight() {
        return FROM_RIGHT.contains(this);
    }
}
