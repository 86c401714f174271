package kz.legality.evidence.proof;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a tile stands (C2SP tlog-tiles): {@code tile/L/N[.p/W]}, {@code tile/entries/N[.p/W]}, N in groups of three digits,
 * each but the last led by an x.
 *
 * @param level 0 to 5; {@link #ENTRIES} for the entries themselves
 * @param width hashes or entries in it, 1 to 256
 */
public record TilePath(int level, long index, int width) {
    public static final int FULL_WIDTH = 256;
    /** Levels of the tree that one tile spans. */
    public static final int HEIGHT = 8;

    public static final int ENTRIES = -1;
    /** At 300 million events four levels are used; six hold 2^48 leaves. */
    public static final int LEVELS_MAX = 6;

    private static final int GROUP = 1000;
    private static final Pattern TEXT =
            Pattern.compile("tile/(entries|[0-5])/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    public static TilePath full(int level, long index) {
        return new TilePath(level, index, FULL_WIDTH);
    }

    public boolean isFull() {
        return width == FULL_WIDTH;
    }

    /** Where the partial ones of this index stand together. */
    public String partialFolder() {
        return stem() + ".p";
    }

    public String text() {
        return isFull() ? stem() : partialFolder() + "/" + width;
    }

    /** Empty where it is the path of no tile. */
    public static Optional<TilePath> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int level = matcher.group(1).equals("entries") ? ENTRIES : Integer.parseInt(matcher.group(1));
        long index = Long.parseLong(matcher.group(2).replaceAll("[x/]", ""));
        int width = matcher.group(3) == null ? FULL_WIDTH : Integer.parseInt(matcher.group(3));
        TilePath path = new TilePath(level, index, width);
        boolean inOneSpelling = width <= FULL_WIDTH && path.text().equals(text);
        return inOneSpelling ? Optional.of(path) : Optional.empty();
    }

    private String stem() {
        StringBuilder groups = new StringBuilder(String.format(Locale.ROOT, "%03d", index % GROUP));
        for (long rest = index / GROUP; rest > 0; rest /= GROUP) {
            groups.insert(0, String.format(Locale.ROOT, "x%03d/", rest % GROUP));
        }
        return "tile/" + (level == ENTRIES ? "entries" : Integer.toString(level)) + "/" + groups;
    }
}
