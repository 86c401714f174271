package kz.legality.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * Makes up a nation and writes its files: one story after another, straight to disk, so that memory does not grow with
 * the number of devices.
 */
public final class Simulation {
    public static final String TRUTH = "truth.json";

    private static final int EXPORTS_PERCENT = 20;
    private static final int LOOK_ALIKES_PERCENT = 30;

    /** Of the devices that are left after exports and odd cases, in the order of {@link HonestLife#stories}. */
    private static final int[] HONEST_LIFE_PERCENT = {28, 50, 6, 12, 4};

    private static final int ODD_CASES_PER_MILLE = 1;
    private static final int SMALL_NATION_DEVICES = 10_000;
    private static final int STEP_PHONES = 200;

    private final Nation nation;
    private final LongConsumer progress;
    private long told;

    private Simulation(Nation nation, LongConsumer progress) {
        this.nation = nation;
        this.progress = progress;
    }

    /**
     * Writes all files and {@link #TRUTH}.
     *
     * @param out is created; files of the same names in it are replaced
     * @param progress devices done so far
     * @return the files in the order in which they are best fed
     */
    public static List<WrittenFile> write(SimulationSettings settings, Path out, LongConsumer progress)
            throws IOException {
        Files.createDirectories(out);
        try (OutputFiles files = new OutputFiles(out);
                Truth truth = new Truth(out.resolve(TRUTH), settings)) {
            Nation nation = new Nation(settings, files, truth);
            new Simulation(nation, progress).tell();
            catalogue(nation, files);
            return files.written();
        }
    }

    private void tell() {
        int devices = nation.settings.devices();
        int exported = devices * EXPORTS_PERCENT / 100;
        int fraudulent = (int) ((long) exported * nation.settings.fraudPercent() / 100);
        if (nation.settings.fraudPercent() > 0) {
            inTurn(RefundFraud.stories(), fraudulent);
        }
        int honest = exported - fraudulent;
        inTurn(HonestExports.lookAlikes(), (int) ((long) honest * LOOK_ALIKES_PERCENT / 100));
        inTurn(List.of(new Story("plain-export", HonestExports::plain)), honest * (100 - LOOK_ALIKES_PERCENT) / 100);
        List<Story> odd = new ArrayList<>(ImportFraud.stories());
        odd.addAll(NetworkFraud.stories());
        int rounds = Math.max(2, devices * ODD_CASES_PER_MILLE / 1000);
        for (Story story : odd) {
            int most = story.name().endsWith("-import") ? Math.max(2, rounds / 20) : rounds;
            for (int round = 0; round < most; round++) {
                tell(story, shipment());
            }
        }
        everybodyElse(Math.max(0, devices - told));
    }

    private void everybodyElse(long devices) {
        List<Story> lives = HonestLife.stories();
        for (int i = 0; i < lives.size(); i++) {
            long wanted = devices * HONEST_LIFE_PERCENT[i] / 100;
            while (wanted > 0) {
                wanted -= tell(lives.get(i), (int) Math.min(wanted, STEP_PHONES));
            }
        }
    }

    /** Each once at least, then again from the first until so many phones have been used. */
    private void inTurn(List<Story> stories, int phones) {
        long left = phones;
        for (int i = 0; i < stories.size() || left > 0; i++) {
            left -= tell(stories.get(i % stories.size()), shipment());
        }
    }

    private int shipment() {
        return nation.settings.devices() < SMALL_NATION_DEVICES ? nation.between(14, 24) : nation.between(24, 56);
    }

    private int tell(Story story, int phones) {
        int used = story.tell(nation, phones);
        told += used;
        progress.accept(told);
        return used;
    }

    /** Written last, when it is known which TACs are in use; fed first. */
    private static void catalogue(Nation nation, OutputFiles files) {
        Map<String, Integer> used = nation.numbers.tacsInUse();
        for (Model model : Catalogue.listed()) {
            for (int tac = 0; tac < Math.max(10, used.getOrDefault(model.tacs(), 1)); tac++) {
                files.row(
                        "01-gsma-tac.txt",
                        "gsma-tac",
                        "TAC|Manufacturer|Model_Name|Bands|Allocation_Date|Device_Type|Brand_Name|Marketing_Name",
                        String.join(
                                "|",
                                "%s%02d".formatted(model.tacs(), tac),
                                model.brand(),
                                model.name(),
                                model.bands(),
                                model.allocated(),
                                model.type(),
                                model.brand(),
                                model.marketing()));
            }
        }
    }
}
