/// What vendors deliver seeds in: PSKC, and lists with commas. Knows no database.
@NullMarked
package io.tweestap.factor.token.file;

import org.jspecify.annotations.NullMarked;
