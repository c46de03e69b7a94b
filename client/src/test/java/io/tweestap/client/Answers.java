package io.tweestap.client;

/// Answers of a server, as they are or with something newer in them.
final class Answers {
  static final String PASSED =
      """
      {"id":"01a20e1e-2bdb-7d78-9ece-81e8d5a74621","state":"passed","decision":"pass",
       "purpose":"login","options":[],"addresses":[],"reasons":[{"code":"exempt_until"}],
       "answers_left":0,"session":{"lifetime_seconds":86400,"idle_seconds":3600},
       "browser_token":"br-token-1",
       "result":{"amr":["pwd"],"acr":"urn:tweestap:acr:1","auth_time":"2026-03-01T10:00:00Z"},
       "created_at":"2026-03-01T10:00:00Z","expires_at":"2026-03-01T10:10:00Z"}
      """;

  private Answers() {}
}
