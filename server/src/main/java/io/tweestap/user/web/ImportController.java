package io.tweestap.user.web;

import io.tweestap.audit.Actor;
import io.tweestap.shared.file.FileText;
import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import io.tweestap.tenant.Caller;
import io.tweestap.tenant.RequiresScope;
import io.tweestap.tenant.Scope;
import io.tweestap.tenant.Tenants;
import io.tweestap.user.bulk.ImportLine;
import io.tweestap.user.bulk.ImportReport;
import io.tweestap.user.bulk.UserImport;
import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// `POST /v1/users/import`: a file of users, taken as it arrives.
@RestController
class ImportController {
  private static final String CSV = "text/csv";
  private static final String NDJSON = "application/x-ndjson";

  /// A file that is taken all or nothing holds a connection to the database for as long as it
  /// arrives, and its sender says how long that is: a few slow ones must leave the others to
  /// everybody else.
  private static final int ATOMIC_AT_ONCE = 2;

  private static final long RETRY_SECONDS = 10;

  private final UserImport imports;
  private final WishReader reader;
  private final Tenants tenants;
  private final JsonMapper json;
  private final Semaphore atomicTurns = new Semaphore(ATOMIC_AT_ONCE);

  ImportController(UserImport imports, WishReader reader, Tenants tenants, JsonMapper json) {
    this.imports = imports;
    this.reader = reader;
    this.tenants = tenants;
    this.json = json;
  }

  @PostMapping(
      path = "/v1/users/import",
      consumes = {CSV, NDJSON})
  @RequiresScope(Scope.USERS_WRITE)
  ImportView take(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun,
      @RequestParam(defaultValue = "false") boolean atomic,
      HttpServletRequest request)
      throws IOException {
    Iterator<ImportLine> lines =
        ImportLines.of(source(request), reader, tenants.get(caller.tenant()).settings());
    UserImport.Manner manner = new UserImport.Manner(dryRun, atomic);
    ImportReport report = run(caller, lines, manner);
    if (atomic && !dryRun && !report.applied()) {
      throw refused(ImportView.of(report));
    }
    return ImportView.of(report);
  }

  private ImportReport run(Caller caller, Iterator<ImportLine> lines, UserImport.Manner manner) {
    if (manner.atomic() && !atomicTurns.tryAcquire()) {
      throw Problem.of(
              ProblemCode.UNAVAILABLE,
              "Files with atomic are being taken already. Try again, or send it without atomic.")
          .retryAfter(RETRY_SECONDS);
    }
    try {
      return imports.run(caller.tenant(), lines, manner, Actor.client(caller.clientId()));
    } finally {
      if (manner.atomic()) {
        atomicTurns.release();
      }
    }
  }

  private LineSource source(HttpServletRequest request) throws IOException {
    MediaType type = MediaType.parseMediaType(request.getContentType());
    String charset = Optional.ofNullable(type.getCharset()).map(Charset::name).orElse(null);
    BufferedReader text = FileText.of(request.getInputStream(), charset);
    try {
      return type.isCompatibleWith(MediaType.parseMediaType(CSV))
          ? CsvLines.of(text)
          : new JsonLines(text, json);
    } catch (CharacterCodingException _) {
      throw Problem.of(ProblemCode.INVALID_FILE, FileText.WRONG_CHARSET);
    }
  }

  private static Problem refused(ImportView report) {
    return Problem.of(
        ProblemCode.IMPORT_REFUSED,
        "Correct the lines in errors and send the file again, or send it without atomic.",
        Map.of(
            "lines", report.lines(),
            "failed", report.failed(),
            "complete", report.complete(),
            "errors", report.errors()));
  }
}
