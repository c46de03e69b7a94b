package io.tweestap.page.prompt;

import io.tweestap.page.look.HostedPage;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// After a factor was set up: recovery codes are kept, and the visitor goes back.
@HostedPage
class AfterController {
  private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

  private final Visits visits;
  private final Afterwards afterwards;

  AfterController(Visits visits, Afterwards afterwards) {
    this.visits = visits;
    this.afterwards = afterwards;
  }

  /// The codes as a file, as long as they are shown.
  @GetMapping("/prompt/{handle}/codes.txt")
  ResponseEntity<String> file(@PathVariable String handle, HttpServletRequest request) {
    Optional<List<String>> codes = visits.find(handle, request).map(visit -> visit.kept().codes());
    return codes
        .filter(list -> !list.isEmpty())
        .map(list ->
            ResponseEntity.ok()
                .contentType(TEXT)
                .cacheControl(CacheControl.noStore())
                .header(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                        .filename("recovery-codes.txt")
                        .build()
                        .toString())
                .body(String.join("\r\n", list) + "\r\n"))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  /// The codes are kept; they are not shown again.
  @PostMapping("/prompt/{handle}/codes/kept")
  ResponseEntity<Void> kept(@PathVariable String handle, HttpServletRequest request) {
    return visits
        .find(handle, request)
        .map(visit ->
            visits.next(
                visit,
                afterwards.isSpareAdvised(visit)
                    ? visit.kept().withCodes(List.of())
                    : Kept.NOTHING))
        .orElseGet(() -> Visits.stranger(handle));
  }

  /// Nothing more now.
  @PostMapping("/prompt/{handle}/done")
  ResponseEntity<Void> done(@PathVariable String handle, HttpServletRequest request) {
    return visits
        .find(handle, request)
        .map(visit -> visits.next(visit, Kept.NOTHING))
        .orElseGet(() -> Visits.stranger(handle));
  }
}
