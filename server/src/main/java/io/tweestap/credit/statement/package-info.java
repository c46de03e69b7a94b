/// Statements as files: CSV and PDF.
@NullMarked
package io.tweestap.credit.statement;

import org.jspecify.annotations.NullMarked;
