package io.agencyos.adapters.out.vapi;

/** The same kit where each call takes its assistant along. Source: vapi 12 row 2b. */
class CarriedCallerTest extends SandboxCallerTest {

    @Override
    boolean carriesAssistants() {
        return true;
    }
}
