package kz.legality.door.access.issuer;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.legality.door.access.Role;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who can get a token of the embedded issuer: at first one client and one login for each role, with random secrets. The
 * files are read at every start, so accounts are added and taken away by editing them.
 *
 * @param clients for machines, by {@code client_credentials}
 * @param logins for people, on the login page
 */
public record Accounts(List<Account> clients, List<Account> logins) {
    private static final String CLIENTS_FILE = "clients.json";
    private static final String LOGINS_FILE = "logins.json";
    /** 144 bits, 24 characters without padding. */
    private static final int SECRET_BYTES = 18;

    private static final Set<Role> WITH_ACCOUNT = EnumSet.complementOf(EnumSet.of(Role.PUBLIC));
    /** A citizen comes himself. */
    private static final Set<Role> WITH_CLIENT = EnumSet.complementOf(EnumSet.of(Role.PUBLIC, Role.CITIZEN));

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public Accounts {
        clients = List.copyOf(clients);
        logins = List.copyOf(logins);
    }

    /**
     * The accounts that are kept, or fresh ones that are kept from now on.
     *
     * @param issuerDir {@code <data>/issuer}
     * @param claims what fresh accounts of a role are given as claims, such as the operator's name
     */
    public static Accounts openOrCreate(Path issuerDir, Map<Role, Map<String, String>> claims) {
        IssuerDirectory directory = IssuerDirectory.openOrCreate(issuerDir);
        return new Accounts(
                kept(directory, CLIENTS_FILE, WITH_CLIENT, claims), kept(directory, LOGINS_FILE, WITH_ACCOUNT, claims));
    }

    private static List<Account> kept(
            IssuerDirectory directory, String file, Set<Role> roles, Map<Role, Map<String, String>> claims) {
        String text = directory.settle(file, stands -> Optional.of(stands.orElseGet(() -> fresh(roles, claims))));
        try {
            return Arrays.asList(JSON.readValue(text, Account[].class));
        } catch (JacksonException e) {
            // Without the mapper's own words: they repeat the text, and so the secrets.
            throw new IllegalStateException("the issuer's " + file + " is not a list of accounts, line "
                    + (e.getLocation() == null ? "?" : e.getLocation().getLineNr()));
        }
    }

    private static String fresh(Set<Role> roles, Map<Role, Map<String, String>> claims) {
        SecureRandom random = new SecureRandom();
        return JSON.writeValueAsString(roles.stream()
                        .map(role -> new Account(
                                role.name().toLowerCase(Locale.ROOT),
                                secret(random),
                                role,
                                claims.getOrDefault(role, Map.of())))
                        .toList())
                + "\n";
    }

    private static String secret(SecureRandom random) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
