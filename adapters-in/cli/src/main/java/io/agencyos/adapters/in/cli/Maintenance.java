package io.agencyos.adapters.in.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What the maintenance commands ask of the program around them; bootstrap answers. */
public interface Maintenance {

    /** Brings the database's schema up to this program, starting the embedded server where there is no other. */
    void migrate();

    /** Makes, in a folder that is not there yet, the database that an embedded server's first start copies. */
    void prepare(Path folder) throws IOException;

    /** Looks at everything that must be right before the product can run; never stops at the first fault. */
    List<Finding> examine();

    /**
     * Sends one e-mail between two mailboxes of a client's own and watches whether it leaves.
     *
     * @param client slug or name
     * @param minutes how long to watch
     */
    Finding tryEmail(String vendor, String client, String from, String to, int minutes);

    /** The settings in force by key, secrets replaced; in the order of the documentation. */
    Map<String, String> settings();

    /**
     * One thing that was looked at.
     *
     * @param advice what to do about it, empty when it is well
     */
    record Finding(String subject, boolean well, String detail, String advice) {}
}
