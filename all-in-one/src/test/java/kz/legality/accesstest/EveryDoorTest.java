package kz.legality.accesstest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.legality.door.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every address, tried by everybody. */
class EveryDoorTest extends Server {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String ORDER = "ab".repeat(32);

    @ParameterizedTest
    @EnumSource(Role.class)
    void a_role_gets_in_where_the_matrix_says_so_and_nowhere_else(Role role) {
        String token = token(role);
        Map<String, Integer> expected = new TreeMap<>();
        Map<String, Integer> seen = new TreeMap<>();
        for (Addresses.Line line : Addresses.open()) {
            if (!line.ofTheIssuer()) {
                String door = line.method() + " " + line.address();
                expected.put(door, line.opensTo(role) ? 200 : 403);
                seen.put(door, status(underAnOrder(ask(line.method(), line.address(), token))));
            }
        }
        assertThat(seen).isEqualTo(expected);
    }

    @Test
    void a_stranger_gets_in_only_where_everybody_does() {
        Map<String, Integer> expected = new TreeMap<>();
        Map<String, Integer> seen = new TreeMap<>();
        for (Addresses.Line line : Addresses.open()) {
            if (!line.ofTheIssuer()) {
                String door = line.method() + " " + line.address();
                expected.put(door, line.everybody() ? 200 : refusal(line));
                seen.put(door, status(ask(line.method(), line.address())));
            }
        }
        assertThat(seen).isEqualTo(expected);
    }

    /**
     * A machine is told to bring a token, whoever asks for a page is led to the login; a form that does not come from our
     * own page is refused before anybody asks who sent it.
     */
    private static int refusal(Addresses.Line line) {
        boolean ofMachines = Stream.of("/api/", "/actuator/", "/n5g-eir-eic/").anyMatch(line.address()::startsWith);
        return ofMachines ? 401 : line.method().equals("POST") ? 403 : 302;
    }

    @Test
    void an_address_behind_which_there_is_a_controller_but_in_no_row_is_closed_to_all() {
        Map<Role, String> tokens = new EnumMap<>(Role.class);
        Addresses.roles().forEach(role -> tokens.put(role, token(role)));
        Addresses.closed().forEach(line -> {
            assertThat(status(ask(line.method(), line.address())))
                    .as("%s %s by a stranger", line.method(), line.address())
                    .isEqualTo(401);
            tokens.forEach((role, token) -> assertThat(status(underAnOrder(ask(line.method(), line.address(), token))))
                    .as("%s %s by %s", line.method(), line.address(), role)
                    .isEqualTo(403));
        });
    }

    @Test
    void head_is_open_where_get_is() {
        assertThat(status(ask("HEAD", "/api/v1/lists/black", token(Role.OPERATOR))))
                .isEqualTo(200);
        assertThat(status(ask("HEAD", "/api/v1/lists/black", token(Role.CITIZEN))))
                .isEqualTo(403);
    }

    private static HttpRequest.Builder underAnOrder(HttpRequest.Builder request) {
        return request.header("X-Case", "2-17/2026").header("X-Order-Hash", ORDER);
    }

    private static int status(HttpRequest.Builder request) {
        return answer(CLIENT, request).statusCode();
    }
}
