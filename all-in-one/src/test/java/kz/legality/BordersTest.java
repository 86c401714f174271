package kz.legality;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The borders of the design: who may know whom. */
@AnalyzeClasses(
        packages = "kz.legality",
        importOptions = {ImportOption.DoNotIncludeTests.class, BordersTest.NoTestJars.class})
class BordersTest {
    /** Packaged, the domain's examples are a jar, which ArchUnit takes for the product's. */
    static final class NoTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    private static final String[] COMMAND_SIDE = {"kz.legality.command.."};
    private static final String[] QUERY_SIDE = {"kz.legality.query.."};
    private static final String[] DOMAIN = {
        "kz.legality.access",
        "kz.legality.claim",
        "kz.legality.finding",
        "kz.legality.rule",
        "kz.legality.device",
        "kz.legality.event",
        "kz.legality.evidence",
        "kz.legality.identifier",
        "kz.legality.policy",
        "kz.legality.release",
        "kz.legality.secrecy",
        "kz.legality.sourcefile",
        "kz.legality.tac"
    };

    @ArchTest
    static final ArchRule the_command_side_does_not_know_the_query_side = noClasses()
            .that()
            .resideInAnyPackage(COMMAND_SIDE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(QUERY_SIDE);

    @ArchTest
    static final ArchRule the_query_side_does_not_know_the_command_side = noClasses()
            .that()
            .resideInAnyPackage(QUERY_SIDE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(COMMAND_SIDE);

    @ArchTest
    static final ArchRule the_domain_is_plain_java = classes()
            .that()
            .resideInAnyPackage(DOMAIN)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "kz.legality.access",
                    "kz.legality.claim",
                    "kz.legality.finding",
                    "kz.legality.rule",
                    "kz.legality.device",
                    "kz.legality.event",
                    "kz.legality.evidence",
                    "kz.legality.identifier",
                    "kz.legality.policy",
                    "kz.legality.release",
                    "kz.legality.secrecy",
                    "kz.legality.sourcefile",
                    "kz.legality.tac",
                    "java..",
                    "javax.crypto..",
                    "com.fasterxml.jackson.annotation..",
                    "org.jspecify.annotations..");

    @ArchTest
    static final ArchRule a_stranger_can_verify_with_the_jdk_alone = classes()
            .that()
            .resideInAnyPackage("kz.legality.evidence.proof", "kz.legality.evidence.verifier")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "kz.legality.evidence.proof",
                    "kz.legality.evidence.verifier",
                    "java..",
                    "javax.crypto..",
                    "javax.security.auth.x500..",
                    "org.jspecify.annotations..");

    @ArchTest
    static final ArchRule the_log_knows_neither_side = noClasses()
            .that()
            .resideInAnyPackage("kz.legality.evidence..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "kz.legality.command..", "kz.legality.query..", "org.axonframework..", "org.springframework..");

    @ArchTest
    static final ArchRule both_sides_do_without_spring = noClasses()
            .that()
            .resideInAnyPackage("kz.legality.command..", "kz.legality.query..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..");

    @ArchTest
    static final ArchRule a_look_up_on_the_command_line_starts_no_web_server = noClasses()
            .that()
            .resideInAPackage("kz.legality.cli")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..");

    @ArchTest
    static final ArchRule packages_know_one_another_in_one_direction_only =
            slices().matching("kz.legality.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_simulated_nation_knows_nothing_of_the_product_but_identifiers = classes()
            .that()
            .resideInAPackage("kz.legality.simulation")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "kz.legality.simulation", "kz.legality.identifier", "java..", "org.jspecify.annotations..");

    @ArchTest
    static final ArchRule duckdb_stays_with_the_archive = noClasses()
            .that()
            .resideOutsideOfPackage("kz.legality.observation")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.duckdb..");

    @ArchTest
    static final ArchRule the_archive_knows_the_domain_only = noClasses()
            .that()
            .resideInAPackage("kz.legality.observation")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("kz.legality.command..", "kz.legality.query..", "org.axonframework..");

    @ArchTest
    static final ArchRule rocksdb_stays_in_its_adapters = noClasses()
            .that()
            .resideOutsideOfPackages("kz.legality..rocksdb..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.rocksdb..");

    @ArchTest
    static final ArchRule mongodb_stays_in_its_adapter = noClasses()
            .that()
            .resideOutsideOfPackages("kz.legality..mongodb..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.mongodb..", "org.bson..");
}
