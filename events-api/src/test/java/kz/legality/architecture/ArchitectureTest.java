package kz.legality.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;

/** The borders of the domain: what it may know, and what it must not ask. */
@AnalyzeClasses(packages = "kz.legality", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] DECIDED = {
        "kz.legality.device..",
        "kz.legality.policy..",
        "kz.legality.notice..",
        "kz.legality.identifier..",
        "kz.legality.tac..",
        "kz.legality.claim..",
        "kz.legality.finding..",
        "kz.legality.rule..",
        "kz.legality.sourcefile..",
        "kz.legality.event.."
    };

    @ArchTest
    static final ArchRule it_knows_the_jdk_annotations_and_itself_only = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax.crypto..",
                    "com.fasterxml.jackson.annotation..",
                    "org.jspecify.annotations..",
                    "kz.legality..")
            .because("both sides and a stranger's verifier read these classes, without any framework");

    @ArchTest
    static final ArchRule nothing_decided_asks_the_clock = noClasses()
            .that()
            .resideInAnyPackage(DECIDED)
            .should()
            .callMethodWhere(target(nameMatching("now|systemUTC|systemDefaultZone"))
                    .and(target(owner(nameMatching("java\\.time\\..*")))))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .because("a decision is a function: the same facts must lead to the same events in every replay");

    @ArchTest
    static final ArchRule nothing_decided_is_left_to_chance = noClasses()
            .that()
            .resideInAnyPackage(DECIDED)
            .should()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(RandomGenerator.class);

    @ArchTest
    static final ArchRule nothing_asks_its_surroundings = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.nio.file..", "java.net..", "java.sql..", "java.util.logging..")
            .orShould()
            .callMethod(System.class, "getProperty", String.class)
            .orShould()
            .callMethod(System.class, "getenv", String.class);

    @ArchTest
    static final ArchRule names_are_of_the_domain =
            noClasses().should().haveNameMatching(".*(Manager|Util|Utils|Helper|Impl|Service|Data|Info)");

    @ArchTest
    static final ArchRule packages_know_each_other_one_way =
            slices().matching("kz.legality.(*)..").should().beFreeOfCycles();

    @ArchTest
    static void every_package_says_in_one_place_that_nothing_is_null_unless_it_says_so(JavaClasses classes) {
        Set<JavaPackage> packages = classes.stream().map(it -> it.getPackage()).collect(Collectors.toSet());
        assertThat(packages)
                .hasSizeGreaterThanOrEqualTo(7)
                .allSatisfy(it -> assertThat(it.isAnnotatedWith(NullMarked.class))
                        .as("%s is @NullMarked", it.getName())
                        .isTrue());
    }
}
