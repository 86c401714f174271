package kz.legality.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;

/** Axon's engine gives back a connection after each call; opening the database anew each time would be unfair. */
final class KeptOpen {
    private KeptOpen() {}

    static Connection of(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                KeptOpen.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
