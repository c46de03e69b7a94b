package io.tweestap.page.docs;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// `GET /v1/openapi.json`, open to everybody.
@RestController
class OpenApiEndpoint {
  private static final Duration FRESH = Duration.ofMinutes(5);

  private final OpenApiDocument document;

  OpenApiEndpoint(OpenApiDocument document) {
    this.document = document;
  }

  @GetMapping(path = "/v1/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> document() {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
        .contentType(MediaType.APPLICATION_JSON)
        .body(document.bytes());
  }
}
