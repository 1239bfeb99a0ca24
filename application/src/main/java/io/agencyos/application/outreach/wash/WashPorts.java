package io.agencyos.application.outreach.wash;

import io.agencyos.application.platform.Alerts;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.shared.ClockPort;

/** What washing needs from outside. */
public record WashPorts(PhoneWashes washes, WashFiles files, Alerts alerts, Audit audit, ClockPort clock) {}
