package kz.legality.door.access;

import static kz.legality.door.access.Opening.To.everybody;
import static kz.legality.door.access.Opening.To.holders;
import static kz.legality.door.access.Role.ADMIN;
import static kz.legality.door.access.Role.AUDITOR;
import static kz.legality.door.access.Role.CITIZEN;
import static kz.legality.door.access.Role.COURT;
import static kz.legality.door.access.Role.CUSTOMS;
import static kz.legality.door.access.Role.OPERATOR;
import static kz.legality.door.access.Role.REGULATOR;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.legality.door.access.Opening.To;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;

/**
 * Every door that is open, and to whom. What is not written here is closed to everybody, also to those who are known.
 * No two rows lead to the same door, so their order means nothing.
 *
 * <p>Sources: the law on communications keeps what operators know of subscribers from tax auditors; the law on personal
 * data (94-V) asks for a defined circle of persons, which is this table.
 */
public final class AccessRules {
    /** The scope by which a network's core asks for the status of equipment (3GPP TS 29.511). */
    public static final String EQUIPMENT_CHECK_SCOPE = "n5g-eir-eic";

    private static final Set<HttpMethod> READ = Set.of(GET);
    private static final Set<HttpMethod> SEND = Set.of(POST);
    private static final Set<HttpMethod> READ_AND_SEND = Set.of(GET, POST);

    private static final List<Opening> OPENINGS = List.of(
            // Everybody.
            open(READ, "/", everybody(), "the citizen's check"),
            open(READ, "/assets/**", everybody(), "styles, scripts and pictures of the pages"),
            open(READ, "/webjars/**", everybody(), "scripts of others the pages use"),
            open(READ, "/favicon.ico", everybody(), "a picture"),
            open(READ, "/robots.txt", everybody(), "what search engines should leave alone"),
            open(READ, "/api/v1/public/**", everybody(), "status and model only, at a limited pace"),
            open(READ, "/log/**", everybody(), "hashes: the log can be checked by anybody, and read by nobody"),
            open(READ, "/actuator/health/**", everybody(), "up or down"),
            open(READ, "/v3/api-docs/**", everybody(), "the description of this interface"),
            open(READ, "/v3/api-docs.yaml", everybody(), "the same"),

            // The issuer guards its own doors: here a client shows its secret, a person a password.
            open(READ, "/.well-known/**", everybody(), "the issuer's description of itself"),
            open(READ_AND_SEND, "/oauth2/**", everybody(), "a client's secret or a login"),
            open(READ_AND_SEND, "/userinfo", everybody(), "a token of this issuer"),
            open(READ_AND_SEND, "/connect/**", everybody(), "logging out"),
            open(READ_AND_SEND, "/login", everybody(), "logging in"),
            open(READ_AND_SEND, "/logout", everybody(), "logging out"),

            // Devices.
            open(
                    READ,
                    "/api/v1/devices/{imei}",
                    holders(CITIZEN, CUSTOMS, OPERATOR, AUDITOR, COURT, REGULATOR),
                    "a citizen: his own devices; customs: the owner of what its office declared; an operator, the regulator: none"),
            open(
                    READ,
                    "/api/v1/devices/{imei}/history",
                    holders(CITIZEN, AUDITOR, COURT, REGULATOR),
                    "a citizen: his own devices; the regulator: nothing personal"),
            open(SEND, "/api/v1/devices/{imei}/block", holders(REGULATOR, COURT), "a court: in its case"),
            open(SEND, "/api/v1/devices/{imei}/unblock", holders(REGULATOR, COURT), "a court: in its case"),
            open(SEND, "/api/v1/devices/{imei}/corrections", holders(REGULATOR, COURT), "a court: in its case"),
            open(SEND, "/api/v1/devices/{imei}/clone-resolution", holders(REGULATOR), "which copy is genuine"),
            open(SEND, "/api/v1/devices/{imei}/appeals", holders(CITIZEN, REGULATOR), "a citizen: his own devices"),
            open(
                    SEND,
                    "/api/v1/devices/{imei}/ownership",
                    holders(CITIZEN, OPERATOR, REGULATOR),
                    "a citizen: his own devices; an operator: its own subscribers"),
            open(SEND, "/api/v1/devices/{imei}/appeals/decision", holders(REGULATOR, COURT), "a named person decides"),
            open(SEND, "/api/v1/devices/{imei}/pairing", holders(REGULATOR), "on evidence"),
            open(SEND, "/api/v1/devices/{imei}/board", holders(REGULATOR), "on a service centre's act"),
            open(SEND, "/api/v1/devices/{imei}/stolen", holders(REGULATOR, COURT), "as the police report it"),
            open(SEND, "/api/v1/devices/{imei}/found", holders(REGULATOR, COURT), "as the police report it"),
            open(SEND, "/api/v1/devices/{imei}/bar", holders(REGULATOR), "lists of an authority"),
            open(SEND, "/api/v1/devices/{imei}/exemption", holders(REGULATOR), "roamers and machines"),

            // Refund claims, taxpayers and what the rules found.
            open(READ, "/api/v1/claims", holders(AUDITOR, REGULATOR), "an auditor: his taxpayer, if confined to one"),
            open(READ, "/api/v1/claims/{claim}", holders(AUDITOR, REGULATOR), "an auditor: his taxpayer"),
            open(READ, "/api/v1/claims/{claim}/devices", holders(AUDITOR, REGULATOR), "an auditor: his taxpayer"),
            open(READ, "/api/v1/companies/{bin}", holders(AUDITOR), "his taxpayer; tax secrecy keeps out the rest"),
            open(READ, "/api/v1/companies/{bin}/circles", holders(AUDITOR), "his taxpayer"),
            open(READ, "/api/v1/devices/{imei}/chain", holders(AUDITOR, COURT), "companies and customs papers only"),
            open(READ, "/api/v1/findings", holders(AUDITOR, REGULATOR), "an auditor: his taxpayer"),
            open(SEND, "/api/v1/findings/{id}/disposition", holders(AUDITOR), "his taxpayer"),

            // Files in, each kind by whoever answers for it; the regulator keeps the national base and may send any.
            open(SEND, "/api/v1/files/customs-imports", holders(CUSTOMS, REGULATOR), "its own office"),
            open(SEND, "/api/v1/files/customs-exports", holders(CUSTOMS, REGULATOR), "its own office"),
            open(SEND, "/api/v1/files/personal-declarations", holders(CUSTOMS, REGULATOR), "its own office"),
            open(SEND, "/api/v1/files/refund-claims", holders(AUDITOR, REGULATOR), "the tax authority's"),
            open(SEND, "/api/v1/files/registrations", holders(OPERATOR, REGULATOR), "an operator: its own"),
            open(SEND, "/api/v1/files/operator", holders(OPERATOR, REGULATOR), "an operator: its own network"),
            open(SEND, "/api/v1/files/pairing-list", holders(OPERATOR, REGULATOR), "an operator: its own subscribers"),
            open(SEND, "/api/v1/files/subscribers-list", holders(OPERATOR, REGULATOR), "an operator: its own"),
            open(SEND, "/api/v1/files/association-list", holders(OPERATOR, REGULATOR), "an operator: its own"),
            open(SEND, "/api/v1/files/blocks", holders(REGULATOR), "orders of authorities"),
            open(SEND, "/api/v1/files/gsma-tac", holders(REGULATOR), "the GSMA's list under the state's licence"),
            open(SEND, "/api/v1/files/registration-list", holders(REGULATOR), "the national base"),
            open(SEND, "/api/v1/files/stolen-list", holders(REGULATOR), "the police's"),
            open(SEND, "/api/v1/files/golden-list", holders(REGULATOR), "never to be blocked"),
            open(SEND, "/api/v1/files/barred-list", holders(REGULATOR), "barred by an authority"),
            open(SEND, "/api/v1/files/barred-tac-list", holders(REGULATOR), "barred by an authority"),
            open(SEND, "/api/v1/files/monitoring-list", holders(REGULATOR), "watched by an authority"),
            open(READ, "/api/v1/files", holders(AUDITOR, REGULATOR), "names, senders and counts"),
            open(READ, "/api/v1/files/{sha256}", holders(CUSTOMS, OPERATOR, AUDITOR, REGULATOR), "its own files"),
            open(
                    READ,
                    "/api/v1/files/{sha256}/quarantine",
                    holders(CUSTOMS, OPERATOR, AUDITOR, REGULATOR),
                    "its own files only: a row that could not be read may hold anything"),

            // Keeping the machine well: what the command line asks of a running ledger.
            open(SEND, "/api/v1/maintenance/expire", holders(REGULATOR), "ends the grey terms that are due"),
            open(READ_AND_SEND, "/api/v1/maintenance/replay", holders(ADMIN), "counts, no data"),
            open(READ_AND_SEND, "/api/v1/maintenance/fsck", holders(ADMIN), "counts, no data"),
            open(READ_AND_SEND, "/api/v1/maintenance/archive", holders(ADMIN), "names of files, no data"),
            open(READ_AND_SEND, "/api/v1/maintenance/backup", holders(ADMIN), "a copy on the ledger's own machine"),

            // Proof of notice.
            open(
                    READ,
                    "/api/v1/devices/{imei}/notices",
                    holders(AUDITOR, COURT, REGULATOR),
                    "when and how an owner was told; not whose line it was"),
            open(SEND, "/api/v1/devices/{imei}/notices", holders(OPERATOR, REGULATOR), "whether a notice arrived"),
            open(SEND, "/api/v1/maintenance/notify", holders(REGULATOR), "sends the notices that are due"),

            // The rules of the law.
            open(READ_AND_SEND, "/api/v1/policies", holders(REGULATOR), "rules in force, and a new version"),
            open(SEND, "/api/v1/policies/dry-run", holders(REGULATOR), "counts, no device"),

            // Lists out. Two of them name subscribers, which are none of an auditor's business.
            open(READ, "/api/v1/lists", holders(OPERATOR, REGULATOR, AUDITOR), "how many stand on each"),
            open(READ, "/api/v1/lists/{list:black|grey|white}", holders(OPERATOR, REGULATOR, AUDITOR), "the whole"),
            open(
                    READ,
                    "/api/v1/lists/{list:exceptions|notifications}",
                    holders(OPERATOR, REGULATOR),
                    "an operator: its own subscribers; the regulator: no subscriber's numbers"),
            open(READ, "/api/v1/lists/{list}/releases", holders(OPERATOR, REGULATOR, AUDITOR), "numbers and hashes"),
            open(
                    READ,
                    "/api/v1/lists/{list}/releases/dry-run",
                    holders(OPERATOR, REGULATOR),
                    "counts; an operator: of its own subscribers"),
            open(
                    READ,
                    "/api/v1/lists/{list}/releases/held",
                    holders(OPERATOR, REGULATOR),
                    "counts; an operator: of its own subscribers"),
            open(SEND, "/api/v1/lists/{list}/releases/{n}/signature", holders(REGULATOR), "two persons"),
            open(SEND, "/api/v1/lists/{list}/releases/{n}/ack", holders(OPERATOR), "what it itself holds"),
            open(READ, "/api/v1/lists/stream", holders(OPERATOR, REGULATOR), "its own subscribers"),
            open(
                    READ,
                    "/n5g-eir-eic/v1/equipment-status",
                    new To.Holders(Set.of(OPERATOR), Set.of(EQUIPMENT_CHECK_SCOPE)),
                    "a status only"),

            // Evidence.
            open(SEND, "/api/v1/evidence", holders(COURT, AUDITOR), "in a case"),
            open(READ, "/api/v1/evidence/{id}", holders(COURT, AUDITOR), "in the case it was made for"),

            // Pages.
            open(READ_AND_SEND, "/audit/**", holders(AUDITOR), "as the calls the pages stand for"),
            open(READ_AND_SEND, "/court/**", holders(COURT), "as the calls the pages stand for"),
            open(READ_AND_SEND, "/operator/**", holders(OPERATOR), "as the calls the pages stand for"),
            open(READ_AND_SEND, "/files/**", holders(CUSTOMS, OPERATOR, AUDITOR, REGULATOR), "their own files"),
            open(READ_AND_SEND, "/policy/**", holders(REGULATOR), "rules in force, and a change tried without effect"),

            // The machine.
            open(READ, "/actuator/prometheus", holders(ADMIN, REGULATOR), "figures, no data"));

    private AccessRules() {}

    /** The whole table, to be read. */
    public static List<Opening> openings() {
        return OPENINGS;
    }

    /** The row that opens this address; empty where nothing does. */
    public static Optional<Opening> openingFor(HttpMethod method, PathContainer path) {
        return OPENINGS.stream().filter(row -> row.leadsTo(method, path)).findFirst();
    }

    private static Opening open(Set<HttpMethod> methods, String address, To to, String within) {
        return Opening.of(methods, address, to, within);
    }
}
