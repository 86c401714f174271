package kz.legality.simulation;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** The models that are sold, and those nobody sells any more. Prices and numbers are invented. */
final class Catalogue {
    /** What fraud is done with: small, dear, sold everywhere. */
    static final List<Model> FLAGSHIPS = List.of(
            Model.smartphone("353287", "Samsung", "SM-S938B", "Galaxy S25 Ultra", 42_500_000L, "12-Nov-2024"),
            Model.smartphone("350419", "Apple", "A3293", "iPhone 16 Pro", 48_900_000L, "02-Aug-2024"),
            Model.smartphone("357742", "Apple", "A3287", "iPhone 16", 36_700_000L, "02-Aug-2024"),
            Model.smartphone("351840", "Apple", "A3526", "iPhone 17 Pro Max", 61_200_000L, "21-Jul-2025"),
            Model.smartphone("356190", "Samsung", "SM-F966B", "Galaxy Z Fold7", 68_300_000L, "30-Apr-2025"),
            Model.smartphone("860123", "Xiaomi", "25010PN30G", "Xiaomi 15 Ultra", 39_800_000L, "15-Dec-2024"));

    /** What most people carry. */
    static final List<Model> EVERYDAY = List.of(
            Model.smartphone("356938", "Samsung", "SM-A566B", "Galaxy A56", 14_900_000L, "20-Jan-2025"),
            Model.smartphone("352206", "Samsung", "SM-A166B", "Galaxy A16", 7_600_000L, "04-Sep-2024"),
            Model.smartphone("867405", "Xiaomi", "24117RN76G", "Redmi Note 14", 8_700_000L, "03-Oct-2024"),
            Model.smartphone("863318", "Xiaomi", "2409BRN2CY", "Redmi 14C", 5_200_000L, "19-Jul-2024"),
            Model.smartphone("865904", "HONOR", "DNP-NX9", "HONOR 200 Pro", 21_300_000L, "11-Apr-2024"),
            Model.smartphone("868812", "TECNO", "CL6", "TECNO CAMON 40", 9_900_000L, "09-Jan-2025"),
            Model.smartphone("861207", "OPPO", "CPH2727", "OPPO Reno13", 17_400_000L, "02-Dec-2024"),
            Model.smartphone("013927", "Apple", "A3290", "iPhone 16e", 26_500_000L, "10-Jan-2025"),
            Model.feature("351199", "Nokia", "TA-1557", "Nokia 3210 4G", 2_900_000L, "06-Mar-2024"));

    /** The cheapest: what one phone of it hides is little. */
    static final Model CHEAPEST = EVERYDAY.getLast();

    /** Its prices are set by the stories of undervaluation alone. */
    static final Model PRICED = Model.smartphone("358071", "Google", "GUR25", "Pixel 10", 33_400_000L, "14-Apr-2025");

    /** Sold as something dearer by fraud alone: an empty case with a number. */
    static final Model DUMMY = Model.feature("869471", "itel", "it5626", "it5626", 1_100_000L, "08-May-2023");

    /** Declared as something cheaper by fraud alone. */
    static final Model DISGUISED =
            Model.smartphone("354466", "Samsung", "SM-S937B", "Galaxy S25 Edge", 38_900_000L, "03-Feb-2025");

    /** In no catalogue. */
    static final Model UNLISTED = Model.smartphone("358993", "", "", "", 3_000_000L, "");

    /** Second generation only, given out long ago. */
    static final List<Model> ANTIQUES = List.of(
            Model.secondGeneration("355921", "Nokia", "RM-647", "Nokia 1280", "23-Nov-2009"),
            Model.secondGeneration("357190", "Samsung", "GT-E1200", "Samsung E1200", "17-Feb-2012"));

    private Catalogue() {}

    /** What the industry's catalogue lists. */
    static List<Model> listed() {
        return Stream.of(FLAGSHIPS, EVERYDAY, ANTIQUES, List.of(PRICED, DUMMY, DISGUISED))
                .flatMap(List::stream)
                .toList();
    }

    static Model flagship(SplittableRandom chance) {
        return FLAGSHIPS.get(chance.nextInt(FLAGSHIPS.size()));
    }

    static Model everyday(SplittableRandom chance) {
        return EVERYDAY.get(chance.nextInt(EVERYDAY.size()));
    }

    /** One phone in five that is sold is a flagship. */
    static Model any(SplittableRandom chance) {
        return chance.nextInt(5) == 0 ? flagship(chance) : everyday(chance);
    }
}
