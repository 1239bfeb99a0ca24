package io.agencyos.bootstrap.demo;

import io.agencyos.adapters.out.sandbox.VendorSandbox;
import java.util.List;

/** What a customer does on the vendor's own pages. */
public final class Vendor {

    /** The key that the vendor gave out. */
    public static final String KEY = SandboxAccount.KEY;

    private Vendor() {}

    /** A workspace with its mailboxes; answers its id. */
    public static String openWorkspace(VendorSandbox sandbox, String name, List<String> mailboxes) {
        try (SandboxAccount account = new SandboxAccount(sandbox.salesforgeUrl())) {
            String workspace = account.openWorkspace(name);
            mailboxes.forEach(address -> account.connectMailbox(workspace, address, "Sam", "Okoro"));
            return workspace;
        }
    }
}
