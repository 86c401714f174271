package kz.legality.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kz.legality.device.DeviceEvent;
import kz.legality.identifier.DocumentNumber;
import kz.legality.identifier.Iin;
import kz.legality.identifier.Imsi;
import kz.legality.identifier.Msisdn;
import kz.legality.identifier.PersonNumber;
import kz.legality.identifier.TaxpayerNumber;
import kz.legality.secrecy.HoldsPersonal;
import kz.legality.secrecy.Personal;
import kz.legality.sourcefile.FileEvent;
import kz.legality.tac.TacEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every class of event must keep to, those of tomorrow too: they are found, not listed. */
class StoredEventsTest {
    private static final Set<Class<?>> NEVER_IN_THE_CLEAR =
            Set.of(Iin.class, Msisdn.class, Imsi.class, DocumentNumber.class, PersonNumber.class, TaxpayerNumber.class);

    static List<Class<?>> events() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("kz.legality").stream()
                        .filter(type -> type.isAssignableTo(LedgerEvent.class) && type.isRecord())
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();
    }

    @Test
    void the_events_are_found() {
        assertThat(events())
                .contains(
                        DeviceEvent.DeviceImported.class,
                        DeviceEvent.GreyTermStarted.class,
                        FileEvent.RowsQuarantined.class,
                        TacEvent.TacListed.class)
                .hasSizeGreaterThanOrEqualTo(17);
    }

    @Test
    void each_is_stored_under_a_name_of_its_own() {
        Map<String, Class<?>> byName = new HashMap<>();
        for (Class<?> event : events()) {
            StoredAs stored = event.getAnnotation(StoredAs.class);
            assertThat(stored).as("%s is stored as nothing", event).isNotNull();
            assertThat(stored.value()).matches("[A-Z][A-Za-z]+");
            assertThat(stored.revision()).isPositive();
            assertThat(byName.put(stored.value(), event))
                    .as("two events are stored as %s", stored.value())
                    .isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void it_holds_no_person_in_the_clear(Class<?> event) {
        for (RecordComponent component : event.getRecordComponents()) {
            Set<Class<?>> reached = new LinkedHashSet<>();
            reach(component.getGenericType(), reached);
            assertThat(reached)
                    .as("%s.%s", event.getSimpleName(), component.getName())
                    .doesNotContainAnyElementsOf(NEVER_IN_THE_CLEAR);
        }
    }

    /** EventSeal looks into records, lists and what is marked; a personal field anywhere else would stay open. */
    @ParameterizedTest
    @MethodSource("events")
    void sealing_finds_every_personal_field_in_it(Class<?> event) {
        for (RecordComponent component : event.getRecordComponents()) {
            Class<?> type = component.getType();
            Set<Class<?>> reached = new LinkedHashSet<>();
            reach(component.getGenericType(), reached);
            if (reached.contains(Personal.class)) {
                boolean found =
                        type == Personal.class || type == List.class || type.isAnnotationPresent(HoldsPersonal.class);
                assertThat(found)
                        .as("%s.%s", event.getSimpleName(), component.getName())
                        .isTrue();
            }
        }
    }

    /** Every type a value of this one may hold, except what a personal field seals. */
    private static void reach(Type type, Set<Class<?>> reached) {
        if (type instanceof WildcardType wildcard) {
            Arrays.stream(wildcard.getUpperBounds()).forEach(bound -> reach(bound, reached));
        }
        if (type instanceof ParameterizedType generic) {
            Class<?> raw = (Class<?>) generic.getRawType();
            if (raw == Personal.class) {
                reached.add(raw);
                return;
            }
            Arrays.stream(generic.getActualTypeArguments()).forEach(argument -> reach(argument, reached));
            reach(raw, reached);
        }
        if (type instanceof Class<?> plain && reached.add(plain)) {
            Stream.ofNullable(plain.getPermittedSubclasses())
                    .flatMap(Arrays::stream)
                    .forEach(it -> reach(it, reached));
            Stream.ofNullable(plain.getRecordComponents())
                    .flatMap(Arrays::stream)
                    .forEach(it -> reach(it.getGenericType(), reached));
        }
    }
}
