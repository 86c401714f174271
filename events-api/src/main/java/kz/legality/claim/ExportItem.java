package kz.legality.claim;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import kz.legality.identifier.DeclarationNumber;
import kz.legality.identifier.Malformed;

/** One goods item of a customs declaration, written {@code office/ddmmyy/sequence/item}. IMEIs and claims belong to an item. */
public record ExportItem(DeclarationNumber declaration, int item) implements Comparable<ExportItem> {
    @JsonValue
    public String text() {
        return declaration.value() + "/" + item;
    }

    @JsonCreator
    public static ExportItem of(String text) {
        int slash = text.lastIndexOf('/');
        try {
            return new ExportItem(
                    new DeclarationNumber(text.substring(0, Math.max(slash, 0))),
                    Integer.parseInt(text.substring(slash + 1)));
        } catch (NumberFormatException e) {
            throw new Malformed("an item of a declaration reads office/ddmmyy/sequence/item, this does not");
        }
    }

    @Override
    public int compareTo(ExportItem other) {
        return text().compareTo(other.text());
    }

    @Override
    public String toString() {
        return text();
    }
}
