package kz.legality.door.release;

import java.util.stream.Collectors;
import kz.legality.door.answer.AnswerJson;
import kz.legality.query.list.ListEntry;

/** The forms a release is written in, each in a file of its own. */
public enum ReleaseForm {
    JSON_LINES("jsonl", "") {
        @Override
        String line(ListEntry entry) {
            return AnswerJson.line(entry);
        }
    },
    CSV("csv", "imei,status,since,deadline,reasons\n") {
        @Override
        String line(ListEntry entry) {
            return String.join(
                    ",",
                    entry.imei(),
                    entry.status().name(),
                    entry.since().toString(),
                    entry.deadline() == null ? "" : entry.deadline().toString(),
                    entry.reasons().stream().map(Enum::name).collect(Collectors.joining("|")));
        }
    };

    private final String extension;
    private final String header;

    ReleaseForm(String extension, String header) {
        this.extension = extension;
        this.header = header;
    }

    /** One entry, without the end of the line. */
    abstract String line(ListEntry entry);

    String extension() {
        return extension;
    }

    String header() {
        return header;
    }
}
