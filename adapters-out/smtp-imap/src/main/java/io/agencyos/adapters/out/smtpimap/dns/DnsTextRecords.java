package io.agencyos.adapters.out.smtpimap.dns;

import io.agencyos.application.resource.TextRecords;
import io.agencyos.domain.resource.TextAnswer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.stream.Collectors;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.Attributes;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the name servers of the machine, or those that it is given. For any number of threads; nothing is remembered. */
public final class DnsTextRecords implements TextRecords {

    private static final Logger LOG = LoggerFactory.getLogger(DnsTextRecords.class);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final int TRIES = 2;
    private static final String TEXT = "TXT";

    private final Hashtable<String, String> surroundings = new Hashtable<>();

    /** @param servers as {@code host} or {@code host:port}; empty for the machine's own */
    public DnsTextRecords(List<String> servers) {
        this(servers, FIRST_WAIT);
    }

    /** @param wait for the first try; each further one waits twice as long */
    public DnsTextRecords(List<String> servers, Duration wait) {
        surroundings.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        surroundings.put(
                Context.PROVIDER_URL,
                servers.isEmpty()
                        ? "dns:"
                        : servers.stream().map(server -> "dns://" + server).collect(Collectors.joining(" ")));
        surroundings.put("com.sun.jndi.dns.timeout.initial", Long.toString(wait.toMillis()));
        surroundings.put("com.sun.jndi.dns.timeout.retries", Integer.toString(TRIES));
    }

    @Override
    public TextAnswer of(String name) {
        try {
            DirContext context = new InitialDirContext(surroundings);
            try {
                return texts(context.getAttributes(name, new String[] {TEXT}));
            } finally {
                context.close();
            }
        } catch (NameNotFoundException none) {
            return new TextAnswer.NoSuchName();
        } catch (NamingException silent) {
            LOG.info(
                    "no answer for the texts of {}: {}", name, silent.getClass().getSimpleName());
            return new TextAnswer.NoAnswer();
        }
    }

    private static TextAnswer texts(Attributes found) throws NamingException {
        List<String> texts = new ArrayList<>();
        Attribute attribute = found.get(TEXT);
        if (attribute != null) {
            NamingEnumeration<?> values = attribute.getAll();
            while (values.hasMore()) {
                texts.add(joined(String.valueOf(values.next())));
            }
        }
        return new TextAnswer.Texts(texts);
    }

    /**
     * The strings of one text as one. The JDK writes a space between them and puts those in quotes that hold a space, a quote or
     * nothing, with a backslash before quotes and backslashes.
     */
    static String joined(String written) {
        StringBuilder text = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c == '\\' && i + 1 < written.length()) {
                text.append(written.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c != ' ' || quoted) {
                text.append(c);
            }
        }
        return new String(text.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
