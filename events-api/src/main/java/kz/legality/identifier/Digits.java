package kz.legality.identifier;

/** Texts made of the ten ASCII digits only; digits of other scripts are not digits here. */
final class Digits {
    private Digits() {}

    static boolean only(String text) {
        if (text.isEmpty()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }

    static int at(String text, int index) {
        return text.charAt(index) - '0';
    }
}
