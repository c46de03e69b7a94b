package io.tweestap.factor.webauthn.web;

import io.tweestap.factor.webauthn.RelatedOrigins;
import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/.well-known/webauthn` (WebAuthn Level 3 section 5.11): browsers ask the site itself which
/// pages outside of it may use its keys. It is public, and tells what a tenant wants told.
@RestController
class RelatedOriginsController {
  static final String PATH = "/.well-known/webauthn";
  private static final Duration KEPT = Duration.ofMinutes(5);

  private final RelatedOrigins related;

  RelatedOriginsController(RelatedOrigins related) {
    this.related = related;
  }

  /// What browsers read.
  record Answer(List<String> origins) {}

  @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Answer> related(HttpServletRequest request) {
    List<String> origins = related.of(request.getServerName());
    if (origins.isEmpty()) {
      throw Problem.of(ProblemCode.NOT_FOUND, "This site has no related origins.");
    }
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
        .body(new Answer(origins));
  }
}
