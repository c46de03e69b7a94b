package io.tweestap.factor.otpauth.web;

import io.tweestap.audit.Actor;
import io.tweestap.factor.By;
import io.tweestap.factor.otpauth.AppImport;
import io.tweestap.factor.otpauth.AppLine;
import io.tweestap.factor.otpauth.AppReader;
import io.tweestap.shared.file.FileText;
import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import io.tweestap.tenant.Caller;
import io.tweestap.tenant.RequiresScope;
import io.tweestap.tenant.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `POST /v1/factors/import`: a list of apps, taken as it arrives.
@RestController
class AppImportController {
  private final AppImport imports;

  AppImportController(AppImport imports) {
    this.imports = imports;
  }

  @PostMapping(path = "/v1/factors/import", consumes = "text/csv")
  @RequiresScope(Scope.FACTORS_WRITE)
  AppImportView take(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(name = "allow_short_secrets", defaultValue = "false") boolean allowShortSecrets,
      @RequestParam(defaultValue = "true") boolean tell,
      HttpServletRequest request)
      throws IOException {
    Iterator<AppLine> lines = lines(request, new AppReader(allowShortSecrets));
    By by = new By(Actor.client(caller.clientId()), Optional.empty());
    return AppImportView.of(imports.run(caller.tenant(), lines, tell, by));
  }

  private static Iterator<AppLine> lines(HttpServletRequest request, AppReader reader)
      throws IOException {
    MediaType type = MediaType.parseMediaType(request.getContentType());
    String charset = Optional.ofNullable(type.getCharset()).map(Charset::name).orElse(null);
    try {
      return AppLines.of(FileText.of(request.getInputStream(), charset), reader);
    } catch (CharacterCodingException _) {
      throw Problem.of(ProblemCode.INVALID_FILE, FileText.WRONG_CHARSET);
    }
  }
}
