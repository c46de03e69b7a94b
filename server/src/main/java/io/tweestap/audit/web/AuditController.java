package io.tweestap.audit.web;

import io.tweestap.audit.AuditFilter;
import io.tweestap.audit.AuditLog;
import io.tweestap.shared.Page;
import io.tweestap.tenant.Caller;
import io.tweestap.tenant.RequiresScope;
import io.tweestap.tenant.Scope;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// `/v1/audit`: what was recorded, page by page or all at once.
@RestController
@RequestMapping("/v1/audit")
class AuditController {
  /// One JSON object in a line.
  private static final String NDJSON = "application/x-ndjson";

  private static final int BUFFER = 64 * 1024;

  private final AuditLog log;
  private final JsonMapper json;

  AuditController(AuditLog log, JsonMapper json) {
    this.log = log;
    this.json = json;
  }

  @GetMapping
  @RequiresScope(Scope.AUDIT_READ)
  Page<AuditView> list(
      @AuthenticationPrincipal Caller caller,
      AuditQuery query,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    return log.page(caller.tenant(), query.read(cursor, limit)).map(AuditView::of);
  }

  /// Written while it is read, so that it may be of any length.
  @GetMapping(path = "/export", produces = NDJSON)
  @RequiresScope(Scope.AUDIT_READ)
  void export(
      @AuthenticationPrincipal Caller caller, AuditQuery query, HttpServletResponse response)
      throws IOException {
    AuditFilter filter = query.read(null, null);
    response.setContentType(NDJSON);
    OutputStream out = new BufferedOutputStream(response.getOutputStream(), BUFFER);
    log.export(caller.tenant(), filter, entry -> write(out, AuditView.of(entry)));
    out.flush();
  }

  private void write(OutputStream out, AuditView view) {
    try {
      out.write(json.writeValueAsBytes(view));
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
