package io.tweestap.credit.web;

import io.tweestap.credit.Statement;
import io.tweestap.credit.Statements;
import io.tweestap.credit.statement.StatementCsv;
import io.tweestap.credit.statement.StatementPdf;
import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import io.tweestap.tenant.Caller;
import io.tweestap.tenant.RequiresScope;
import io.tweestap.tenant.Scope;
import io.tweestap.tenant.Tenants;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/v1/credit/statements`: a month as JSON, CSV or PDF, whichever the request accepts.
@RestController
@RequestMapping("/v1/credit/statements")
class StatementController {
  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
  private static final Pattern MONTH = Pattern.compile("[12][0-9]{3}-[0-9]{2}");
  private static final List<MediaType> FORMS =
      List.of(MediaType.APPLICATION_JSON, MediaType.APPLICATION_PDF, CSV);

  private final Statements statements;
  private final Tenants tenants;

  StatementController(Statements statements, Tenants tenants) {
    this.statements = statements;
    this.tenants = tenants;
  }

  @GetMapping("/{month}")
  @RequiresScope(Scope.CREDIT_READ)
  ResponseEntity<?> get(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String month,
      @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = MediaType.ALL_VALUE) String accept) {
    Statement statement =
        month(month)
            .flatMap(asked -> statements.of(caller.tenant(), asked))
            .orElseThrow(StatementController::none);
    MediaType form = form(accept);
    if (form.equals(MediaType.APPLICATION_PDF)) {
      var language = tenants.get(caller.tenant()).settings().locale();
      return file(form, statement, "pdf", StatementPdf.of(statement, language));
    }
    return form.equals(CSV)
        ? file(form, statement, "csv", StatementCsv.of(statement).getBytes(StandardCharsets.UTF_8))
        : ResponseEntity.ok(StatementView.of(statement));
  }

  private static ResponseEntity<byte[]> file(
      MediaType form, Statement statement, String ending, byte[] bytes) {
    String name = "credit-%s.%s".formatted(statement.month(), ending);
    return ResponseEntity.ok()
        .contentType(form)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(bytes);
  }

  /// The first of the accepted forms that there is; JSON for whoever takes anything. What accepts
  /// none of them, or cannot be read, is refused when the JSON is to be written.
  private static MediaType form(String accept) {
    return wishes(accept).stream()
        .flatMap(wish -> FORMS.stream().filter(wish::isCompatibleWith))
        .findFirst()
        .orElse(MediaType.APPLICATION_JSON);
  }

  private static List<MediaType> wishes(String accept) {
    try {
      List<MediaType> wishes = MediaType.parseMediaTypes(accept);
      MimeTypeUtils.sortBySpecificity(wishes);
      return wishes;
    } catch (InvalidMediaTypeException _) {
      return List.of();
    }
  }

  private static Optional<YearMonth> month(String text) {
    try {
      return Optional.of(text).filter(MONTH.asMatchPredicate()).map(YearMonth::parse);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Problem none() {
    return Problem.of(
        ProblemCode.NOT_FOUND,
        "There is no statement of this month: months are as in 2027-01, from the one in which the"
            + " credit began to the present one.");
  }
}
