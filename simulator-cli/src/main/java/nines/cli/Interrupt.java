package nines.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/**
 * Ctrl-C during a run: the first asks the run to stop with what it has, the second ends the program at once. Between
 * {@link #listen} and the end of the process only; a Java that does not offer signals keeps its own way, which is to end.
 */
final class Interrupt {
    private volatile boolean asked;

    private Interrupt() {}

    /** One that nobody can ask: for tests and for parts of other programs. */
    static Interrupt none() {
        return new Interrupt();
    }

    /** Takes over Ctrl-C. */
    static Interrupt listen(Terminal terminal) {
        Interrupt interrupt = new Interrupt();
        try {
            // The only signals Java has; by name, as the compiler warns of them for good reason.
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            InvocationHandler onSignal = (proxy, method, arguments) -> {
                if (method.getName().equals("handle")) {
                    interrupt.ask(terminal);
                }
                return method.getName().equals("equals")
                        ? arguments[0] == proxy
                        : method.getName().equals("hashCode") ? 1 : null;
            };
            signal.getMethod("handle", signal, handler)
                    .invoke(
                            null,
                            signal.getConstructor(String.class).newInstance("INT"),
                            Proxy.newProxyInstance(
                                    Interrupt.class.getClassLoader(), new Class<?>[] {handler}, onSignal));
        } catch (ReflectiveOperationException notOffered) {
            return interrupt;
        }
        return interrupt;
    }

    /** What a Ctrl-C does. */
    void ask(Terminal terminal) {
        if (asked) {
            Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
        }
        asked = true;
        if (terminal.watched()) {
            terminal.err().print("\r\u001b[K");
        }
        terminal.err().println("nines: stopping with what is there; Ctrl-C again ends at once.");
        terminal.err().flush();
    }

    boolean isAsked() {
        return asked;
    }
}
