package io.tweestap.webhook.address;

import java.net.URI;

/// Whether a webhook may go to a URL.
public sealed interface UrlCheck {
  /// It may.
  record Allowed(URI uri) implements UrlCheck {}

  /// It may not; the reason is a sentence for whoever asked.
  record Refused(String reason) implements UrlCheck {}
}
