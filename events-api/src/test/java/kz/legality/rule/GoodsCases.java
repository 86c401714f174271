package kz.legality.rule;

import static kz.legality.example.Facts.declared;
import static kz.legality.example.Facts.exported;
import static kz.legality.example.Facts.imported;
import static kz.legality.finding.Severity.CRITICAL;
import static kz.legality.finding.Severity.HIGH;
import static kz.legality.finding.Severity.WARN;
import static kz.legality.rule.DossierDraft.known;
import static kz.legality.rule.RuleCase.raises;
import static kz.legality.rule.RuleCase.silent;

import java.util.List;
import kz.legality.example.ImportDraft;

/** Whether goods are what the paper calls them, and worth what it says. */
final class GoodsCases {
    private static final List<String> SAMSUNG = List.of("Samsung Korea", "Samsung");

    private GoodsCases() {}

    private static DossierDraft called(String brand, String model) {
        return known(imported().model(brand, model)).listedAs(SAMSUNG, "SM-S928B", "Galaxy S24 Ultra", "S24U");
    }

    /** The usual price of its model is a million tiyn. */
    private static DossierDraft worth(long tiyn, int n, double mad) {
        return known(worth(tiyn)).usualPrice(n, 1_000_000, mad);
    }

    private static ImportDraft worth(long tiyn) {
        return imported().worth(tiyn, tiyn / 8);
    }

    static final List<RuleCase> ALL = List.of(
            raises("R5a", CRITICAL, "a flagship is declared as a telephone of another brand", called("Nokia", "105")),
            raises("R5a", HIGH, "declared as a cheaper model of its brand", called("Samsung", "Galaxy A05")),
            raises(
                    "R5a",
                    CRITICAL,
                    "a traveller's declaration names another brand",
                    known(declared()).listedAs(SAMSUNG, "SM-S928B")),
            raises("R5a", WARN, "the paper calls it refurbished", called("Nokia", "105 refurbished"))
                    .considering("REFURBISHED"),
            raises("R5a", WARN, "the paper calls it used, in Russian", called("Nokia", "105 Б/У"))
                    .considering("REFURBISHED"),
            raises("R5a", CRITICAL, "unused is not used", called("Nokia", "105 unused")),
            silent(
                    "R5a",
                    "named by its marketing name, with the brand in front",
                    called("SAMSUNG", "Samsung Galaxy S24-Ultra")),
            silent("R5a", "named by an alias of the catalogue", called("Samsung", "s24u")),
            silent(
                    "R5a",
                    "the brand stands in the name, and in front of it once more",
                    known(imported().model("HONOR", "HONOR HONOR 200 Pro"))
                            .listedAs(List.of("HONOR"), "DNP-NX9", "HONOR 200 Pro")),
            raises(
                    "R5a",
                    HIGH,
                    "the brand stands in front twice, and the model is another",
                    known(imported().model("HONOR", "HONOR HONOR 90"))
                            .listedAs(List.of("HONOR"), "DNP-NX9", "HONOR 200 Pro")),
            silent(
                    "R5a",
                    "the catalogue does not list its code",
                    known(imported().model("Nokia", "105"))),
            raises("R5b", HIGH, "declared at half of what everybody declares", worth(500_000, 30, 0)),
            silent("R5b", "at six tenths", worth(600_000, 30, 0)),
            silent("R5b", "too few imports of its model make no median", worth(500_000, 29, 0)),
            raises("R5b", HIGH, "at four fifths, where others differ by little", worth(800_000, 30, 30_000)),
            silent("R5b", "at nine tenths, however little others differ", worth(900_000, 30, 1_000)),
            raises(
                            "R5b",
                            WARN,
                            "the paper calls it renewed",
                            known(worth(500_000).model("Samsung", "SM-S928B (Renewed)"))
                                    .usualPrice(30, 1_000_000, 0))
                    .considering("REFURBISHED"),
            raises(
                    "R5c",
                    HIGH,
                    "exported at more than one and a half of what it was imported at",
                    known(worth(1_000_000), exported().worth(1_500_001))),
            silent(
                    "R5c",
                    "at one and a half",
                    known(worth(1_000_000), exported().worth(1_500_000))),
            silent(
                            "R5c",
                            "it is the latest import before the export that counts",
                            known(
                                    exported().worth(1_600_000),
                                    worth(1_000_000),
                                    worth(1_200_000)
                                            .declaration("50501/200525/0007777")
                                            .on("2025-05-20")))
                    .otherwise(HIGH),
            silent(
                    "R5c",
                    "imported only afterwards",
                    known(worth(1_000_000).on("2025-07-01"), exported().worth(9_000_000))));
}
