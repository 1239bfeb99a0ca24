package io.agencyos.application.platform.webhook;

import io.agencyos.application.platform.Alerts;
import io.agencyos.application.platform.Audit;

/** What sending events needs from outside. */
public record WebhookPorts(
        WebhookEndpoints endpoints, WebhookDeliveries deliveries, WebhookPost post, Alerts alerts, Audit audit) {}
