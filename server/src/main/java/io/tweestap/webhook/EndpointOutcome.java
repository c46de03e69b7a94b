package io.tweestap.webhook;

import java.time.Instant;

/// What became of the wish to create, change or rotate; each method names those it can return.
public sealed interface EndpointOutcome {
  /// Of creating. The secret is shown now and never again.
  sealed interface Creation extends EndpointOutcome {}

  /// Of changing.
  sealed interface Update extends EndpointOutcome {}

  /// Of rotating the secret.
  sealed interface Rotation extends EndpointOutcome {}

  /// Created, with its first secret.
  record Created(Endpoint endpoint, WebhookSecret secret) implements Creation {}

  /// The tenant has [Endpoint#MOST_PER_TENANT] already.
  record TooMany() implements Creation {}

  /// The URL may not be called; the reason is a sentence for the caller.
  record UrlRefused(String reason) implements Creation, Update {}

  /// Changed; how it is now.
  record Updated(Endpoint endpoint) implements Update {}

  /// A new secret signs from now on; the one before signs beside it until then.
  record Rotated(WebhookSecret secret, Instant oldValidUntil) implements Rotation {}

  /// Three earlier secrets are still valid, or somebody rotated at the same moment.
  record TooOften() implements Rotation {}

  /// The tenant has no such endpoint.
  record NotFound() implements Update, Rotation {}
}
