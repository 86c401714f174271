package kz.legality.query.finding;

import static kz.legality.example.Facts.cloned;
import static kz.legality.example.Facts.declared;
import static kz.legality.example.Facts.exported;
import static kz.legality.example.Facts.imported;
import static kz.legality.example.Facts.noonOf;
import static kz.legality.example.Facts.on;
import static kz.legality.example.Facts.ordered;
import static kz.legality.example.Facts.registered;
import static kz.legality.example.LifeFacts.backFromRepair;
import static kz.legality.example.LifeFacts.madeHere;
import static kz.legality.example.LifeFacts.pairedWith;
import static kz.legality.example.LifeFacts.pattern;
import static kz.legality.example.SightingDraft.seenOn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.legality.claim.ClaimEvent.RefundClaimed;
import kz.legality.device.DeviceEvent.PatternObserved.Kind;
import kz.legality.device.ListStatus;
import kz.legality.device.Occasion;
import kz.legality.event.LedgerEvent;
import kz.legality.event.Source;
import kz.legality.example.Companies;
import kz.legality.example.Draft;
import kz.legality.example.ExportDraft;
import kz.legality.example.Facts;
import kz.legality.example.ImportDraft;
import kz.legality.example.Persons;
import kz.legality.example.SightingDraft;
import kz.legality.identifier.ClaimNumber;
import kz.legality.identifier.DeclarationNumber;
import kz.legality.identifier.Imei;
import kz.legality.identifier.Tac;
import kz.legality.identifier.Tiyn;
import kz.legality.tac.TacEvent.TacListed;
import org.jspecify.annotations.Nullable;

/** A small nation: something for every rule, and an honest look-alike beside it. What it says has no order. */
final class Nation {
    static final String TAC = "35328711";
    static final String FIRST = "50501/010625/0000001";
    static final String SECOND = "50501/010725/0000002";
    static final String NO_EXIT = "50501/020625/0000003";
    static final String BACK = "50501/080625/0000004";
    static final String LOT = "50501/010525/0000005";
    static final String OTHER_LOT = "50501/020525/0000006";
    static final String SLIP = "50501/010625/0000007";
    static final String SLIPPED = "50501/020625/0000008";
    private static final int USUAL_LOT = 31;

    private final List<LedgerEvent> words = new ArrayList<>();

    private Nation() {}

    static Imei phone(int n) {
        return new Imei(new Imei("%s%06d".formatted(TAC, 100 + n)).printed());
    }

    private static ImportDraft came(int n) {
        return imported(phone(n)).declaration(LOT);
    }

    private static ExportDraft left(int n, String declaration) {
        return exported(phone(n)).declaration(declaration);
    }

    private static SightingDraft used(int n) {
        return seenOn("2025-06-10").until("2025-06-25", 6).with("user of " + n).of(phone(n));
    }

    /** Each word is a fact, a claim's row or a model of the catalogue. */
    static List<LedgerEvent> words() {
        Nation nation = new Nation();
        nation.exports();
        nation.goods();
        nation.slips();
        nation.networksAndPersons();
        nation.claims();
        return List.copyOf(nation.words);
    }

    /** With as much trade around it as makes so many words at least; every tenth phone of it is used at home again. */
    static List<LedgerEvent> ofSoManyWords(int least) {
        Nation nation = new Nation();
        nation.words.addAll(words());
        for (int n = 1_000; nation.words.size() < least; n++) {
            String item = "50501/030625/%07d".formatted(n / 50);
            nation.say(imported(phone(n)).declaration(LOT), left(n, item));
            if (n % 10 == 0) {
                nation.say(used(n));
            }
            if (n % 50 == 0) {
                nation.claim("VAT-" + n, item, 1, 900_000, null);
            }
        }
        return List.copyOf(nation.words);
    }

    private void exports() {
        // 1 is a ghost; 2 had come back; 3 is a visitor's; 4 leaves twice; 5 a traveller declared; 6 has no origin.
        for (int n = 1; n <= 5; n++) {
            say(came(n));
        }
        for (int n = 1; n <= 9; n++) {
            say(left(n, FIRST));
        }
        say(
                used(1),
                seenOn("2025-05-20")
                        .occasion(Occasion.BEFORE_EXPORT)
                        .with("user of 1")
                        .of(phone(1)));
        say(
                used(2),
                imported(phone(2))
                        .declaration(BACK)
                        .procedure("60")
                        .by(Companies.EXPORTER)
                        .on("2025-06-08"));
        say(used(3).roaming());
        say(left(4, SECOND).on("2025-07-01").by(Companies.TRADER));
        say(used(5), declared(phone(5)).on("2025-06-08"));
        // 7 was made here and is back from repair; 8 is one of several; 9 and 19 are two slots of one phone.
        say(madeHere().of(phone(7)), used(7), backFromRepair().on("2025-06-08").of(phone(7)));
        say(came(8), used(8), cloned(phone(8)));
        say(imported(phone(19)).declaration(LOT), used(19));
        say(
                pairedWith(phone(19), ListStatus.UNKNOWN).of(phone(9)),
                pairedWith(phone(9), ListStatus.UNKNOWN).of(phone(19)));
        // 10 to 12 were never seen to leave; 12 has two slots on one paper, and the other is in use.
        for (int n = 10; n <= 12; n++) {
            say(came(n).device("box " + n), left(n, NO_EXIT).notExited());
        }
        say(imported(phone(22)).declaration(LOT).device("box 12"), used(22));
        // 13 goes round.
        say(came(13), left(13, FIRST).item(2));
        say(imported(phone(13)).declaration(BACK).item(2).on("2025-06-09").by(Companies.TRADER));
        say(left(13, SECOND).item(2).on("2025-07-01"));
    }

    private void goods() {
        for (int n = 0; n < USUAL_LOT; n++) {
            say(imported(phone(200 + n)).declaration(LOT).item(2).worth(45_000_000, 5_400_000));
        }
        say(imported(phone(14)).declaration(LOT).worth(20_000_000, 2_400_000), left(14, FIRST));
        say(imported(phone(15)).declaration(LOT).model("Nokia", "105"), left(15, FIRST));
        say(imported(phone(16)).declaration(LOT), left(16, FIRST).worth(90_000_000));
        words.add(new TacListed(
                new Tac(TAC),
                on("2025-01-01"),
                new Source.FileRow(Facts.FILE, 1),
                "Samsung Korea",
                "SM-S928B",
                List.of("LTE FDD BAND 3"),
                null,
                "Smartphone",
                Map.of("brand_name", "Samsung")));
    }

    /**
     * 51 leaves in its own item, and once more by a slip of somebody's pen: 50, one digit away, was meant. 53 is used at
     * home before and after the same happened to it, for 54.
     */
    private void slips() {
        say(came(51), left(51, SLIP));
        say(
                came(53),
                seenOn("2025-05-20")
                        .occasion(Occasion.BEFORE_EXPORT)
                        .with("user of 53")
                        .of(phone(53)),
                used(53));
        for (int n : new int[] {50, 54, 60, 61}) {
            say(imported(phone(n)).declaration(OTHER_LOT));
        }
        for (int n : new int[] {51, 53}) {
            say(exported(new Imei(phone(n).key()))
                    .declaration(SLIPPED)
                    .on("2025-06-02")
                    .exitedOn("2025-06-03"));
        }
        say(left(60, SLIPPED), left(61, SLIPPED));
    }

    private void networksAndPersons() {
        say(pattern(Kind.SIMULTANEOUS, "2025-06-01", "2025-06-30").of(phone(30)));
        say(pattern(Kind.STALE_TAC, "2025-06-01", "2025-06-30").of(phone(31)));
        say(pattern(Kind.RAT_NOT_SUPPORTED, "2025-06-01", "2025-06-30").of(phone(31)));
        say(ordered(phone(32), "КУИ-1").on("2025-06-01"));
        say(seenOn("2025-06-11").occasion(Occasion.AFTER_BLOCK).of(phone(32)));
        say(declared(phone(40)).by(Persons.BOLAT).on("2025-05-03").declaration("50501/030525/0000040"));
        say(declared(phone(41)).by(Persons.BOLAT).on("2025-06-03").declaration("50501/030625/0000041"));
        say(declared(phone(42)).by(Persons.BOLAT).on("2025-07-03").declaration("50501/030725/0000042"));
        say(registered(phone(42)).to(Persons.SAULE).on("2025-07-05"));
    }

    private void claims() {
        claim("VAT-1", FIRST, 1, 1_200_000, null);
        claim("VAT-1", FIRST, 2, 100_000, null);
        claim("VAT-2", NO_EXIT, 1, 300_000, null);
        claim("VAT-3", NO_EXIT, 1, 300_000, "VAT-2");
        claim("VAT-4", SECOND, 1, 70_001, null);
        claim("VAT-6", SLIP, 1, 50_000, null);
        claim("VAT-7", SLIPPED, 1, 200_000, null);
        claim("VAT-5", "50501/090925/0000099", 1, 5_000, null);
    }

    private void claim(String number, String declaration, int item, long vat, @Nullable String replaces) {
        words.add(new RefundClaimed(
                new ClaimNumber(number),
                on("2025-10-10"),
                new Source.FileRow(Facts.FILE, 1),
                null,
                "2025-Q3",
                Companies.EXPORTER,
                noonOf("2025-10-10"),
                new DeclarationNumber(declaration),
                item,
                new Tiyn(vat),
                replaces == null ? null : new ClaimNumber(replaces)));
    }

    private void say(Draft<?>... facts) {
        for (Draft<?> fact : facts) {
            words.add(fact.fact());
        }
    }
}
