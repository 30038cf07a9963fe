package io.jium.edge;

/** What the edge itself has to say to a visitor, in Korean and in English. */
enum Notice {
    UNKNOWN_SITE(
            404,
            "여기에는 아직 사이트가 없어요",
            "주소가 맞는지 다시 한번 확인해 주세요.",
            "There’s no site here",
            "Check the address and try again."),
    NO_SUCH_PAGE(
            404,
            "페이지를 찾을 수 없어요",
            "주소가 바뀌었거나 사라진 페이지예요.",
            "We can’t find that page",
            "It may have moved, or it may be gone."),
    OFFLINE(
            404,
            "지금은 공개하지 않는 사이트예요",
            "나중에 다시 들러 주세요.",
            "This site isn’t public right now",
            "Please come back later."),
    SUSPENDED(
            503,
            "잠시 이용이 중지된 사이트예요",
            "내 사이트라면 지음에 로그인해서 이유를 확인해 주세요.",
            "This site is paused",
            "If it’s yours, sign in to Jium to see why."),
    MAINTENANCE(
            503,
            "사이트를 손보고 있어요",
            "곧 다시 열게요. 조금 뒤에 들러 주세요.",
            "We’re working on this site",
            "It will be back soon. Please come by a little later."),
    UNAVAILABLE(
            503,
            "페이지를 불러오지 못했어요",
            "잠시 후 다시 시도해 주세요.",
            "We couldn’t load this page",
            "Please try again in a moment."),
    BAD_ADDRESS(
            400,
            "주소가 올바르지 않아요",
            "주소를 다시 확인해 주세요.",
            "That address isn’t valid",
            "Check the address and try again."),
    READ_ONLY(
            405,
            "이 주소로는 보낼 수 없어요",
            "이 사이트는 보기만 할 수 있어요.",
            "You can’t send anything here",
            "This site can only be viewed.");

    final int status;
    final String koreanTitle;
    final String koreanText;
    final String englishTitle;
    final String englishText;

    Notice(
            int status,
            String koreanTitle,
            String koreanText,
            String englishTitle,
            String englishText) {
        this.status = status;
        this.koreanTitle = koreanTitle;
        this.koreanText = koreanText;
        this.englishTitle = englishTitle;
        this.englishText = englishText;
    }

    /** Seconds after which trying again makes sense; 0 when a retry would not help. */
    int retryAfter() {
        return switch (this) {
            case SUSPENDED -> 3600;
            case MAINTENANCE -> 600;
            case UNAVAILABLE -> 5;
            case UNKNOWN_SITE, NO_SUCH_PAGE, OFFLINE, BAD_ADDRESS, READ_ONLY -> 0;
        };
    }
}
