#!/usr/bin/env Rscript
# Reads a comparison with ncdf4: prints the differences of an outcome from the base, and draws them over time.
#
#     scripts/read-results.R RESULTS.h5 [OUTCOME [PHASE [PICTURE]]]
#
# OUTCOME is burnt_out and PHASE is all where they are left out; the ending of PICTURE (.png, .pdf, .svg) says what is written. An example
# to copy from; scripts/read-results.py is the same in Python. Exit codes: 0 done; 2 wrong usage or file.
library(ncdf4)

# R has the order of the dimensions reversed: the first in the file is the last here.
dimensions <- c("measure", "phase", "clearing", "replicate", "scenario")
# Okabe and Ito (2008): told apart with any kind of colour vision.
colours <- c("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9")

refuse <- function(...) {
  message("read-results.R: ", ...)
  quit(status = 2)
}

nearest <- function(name, names) {
  distances <- adist(name, names)
  if (min(distances) <= max(2, nchar(name) / 3)) paste0("; did you mean \"", names[which.min(distances)], "\"?")
  else paste0(" (it has ", paste(names, collapse = ", "), ")")
}

# Of the names along a dimension.
place <- function(results, dimension, name) match(name, as.vector(ncvar_get(results, dimension)))

# Everything about an outcome in a phase that is printed or drawn; `values` are its means: clearing x replicate x scenario.
read <- function(file, outcome, phase) {
  if (!file.exists(file)) refuse(file, ": there is no such file (bevlogen compare writes one)")
  results <- tryCatch(nc_open(file), error = function(e) NULL)
  if (is.null(results)) refuse(file, " is not a results file")
  is_outcome <- function(variable) identical(vapply(variable$dim, function(d) d$name, ""), dimensions)
  outcomes <- names(Filter(is_outcome, results$var))
  if (!outcome %in% outcomes) refuse(file, " has no outcome \"", outcome, "\"", nearest(outcome, outcomes))
  in_phase <- place(results, "phase", phase)
  if (is.na(in_phase)) refuse(file, " has no phase \"", phase, "\"", nearest(phase, as.vector(ncvar_get(results, "phase"))))
  all <- ncvar_get(results, outcome, collapse_degen = FALSE)  # keep dimensions of size 1; missing values are NA
  if (dim(all)[5] < 2 || dim(all)[3] < 13)
    refuse(file, " has one scenario or not a whole year; differences are of a comparison (bevlogen compare)")
  of_measure <- function(name) array(all[place(results, "measure", name), in_phase, , , ], dim(all)[3:5])
  list(
    values = of_measure("mean"),
    is_share = all(is.na(of_measure("sd"))),  # a share has no SD
    unit = ncatt_get(results, outcome, "units")$value,
    label = paste0(ncatt_get(results, outcome, "long_name")$value, ", ", ncvar_get(results, "phase_label_en")[in_phase]),
    title = ncatt_get(results, 0, "title")$value,
    of_a_draw = as.integer(if (ncatt_get(results, 0, "replicates_a_draw")$hasatt) ncatt_get(results, 0, "replicates_a_draw")$value else NA),
    scenarios = as.vector(ncvar_get(results, "scenario")),
    titles = as.vector(ncvar_get(results, "scenario_title")),
    years = as.vector(ncvar_get(results, "clearing")) / 52
  )
}

# Mean over replicates with its 95 % interval (Student's t). It is of chance only: how far other random numbers would lie. Neighbouring replicates
# that ran under one draw of parameters are one observation; over draws it is the interval of one more draw, which does not shrink with their number.
interval <- function(values, of_a_draw) {
  has_draws <- !is.na(of_a_draw)
  if (has_draws) values <- colMeans(matrix(values, nrow = of_a_draw))
  values <- values[is.finite(values)]
  n <- length(values)
  half <- if (n > 1) qt(0.975, n - 1) * sd(values) * sqrt(1 / n + has_draws) else NA
  c(mean = mean(values), low = mean(values) - half, high = mean(values) + half)
}

# The last whole year. A pair is one replicate: the same number has the same chance in every scenario.
print_table <- function(found) {
  year <- dim(found$values)[1] %/% 13  # a clearing is every fourth week, a year has 52 weeks
  clearings <- 13 * (year - 1) + 1:13
  of_year <- apply(found$values[clearings, , , drop = FALSE], c(2, 3), mean, na.rm = TRUE)  # replicate x scenario
  cat(found$title, "\n", found$label, ", unit ", found$unit, ", mean of year ", year, "; ", nrow(of_year), " replicates\n", sep = "")
  cat(sprintf("%-30s %12s %12s %12s %12s\n", "scenario", "level", "difference", "low", "high"))
  cat(sprintf("%-30s %12.6g\n", found$scenarios[1], mean(of_year[, 1], na.rm = TRUE)))
  for (s in seq_along(found$scenarios)[-1]) {
    difference <- interval(of_year[, s] - of_year[, 1], found$of_a_draw)
    cat(sprintf("%-30s %12.6g %12.6g %12.6g %12.6g\n", found$scenarios[s], mean(of_year[, s], na.rm = TRUE),
                difference["mean"], difference["low"], difference["high"]))
  }
}

open_picture <- function(picture) {
  switch(tolower(tools::file_ext(picture)),
    png = png(picture, width = 1350, height = 720, res = 150, type = "cairo"),
    pdf = cairo_pdf(picture, width = 9, height = 4.8),
    svg = svg(picture, width = 9, height = 4.8),
    refuse(picture, ": a picture ends in .png, .pdf or .svg"))
}

draw <- function(found, picture) {
  scale <- if (found$is_share) 100 else 1
  alternatives <- seq_along(found$scenarios)[-1]
  base <- found$values[, , 1, drop = FALSE]  # clearing x replicate x 1
  # mean, low and high x clearing, for each alternative
  bands <- lapply(alternatives, function(s) apply(scale * (found$values[, , s, drop = FALSE] - base), 1, interval, found$of_a_draw))
  colour <- rep_len(colours, length(alternatives))
  style <- ifelse(seq_along(alternatives) <= length(colours), 1, 2)
  open_picture(picture)
  par(mar = c(4.5, 4.2, 2.5, 16), las = 1, mgp = c(2.4, 0.7, 0), lab = c(5, 9, 7), bty = "l", cex = 0.85)
  plot(range(0, found$years), range(0, unlist(bands), na.rm = TRUE), type = "n", xaxs = "i", xlab = "years since the end of the burn-in",
       ylab = paste0("difference", if (found$is_share) ", percentage points" else if (found$unit != "1") paste0(", ", found$unit)))
  grid(nx = NA, ny = NULL, col = "#e4e7ea", lty = 1)
  abline(h = 0, col = "#4d4d4d")  # the base
  for (i in seq_along(alternatives)) {
    band <- bands[[i]]
    if (!anyNA(band)) polygon(c(found$years, rev(found$years)), c(band["low", ], rev(band["high", ])), col = adjustcolor(colour[i], 0.2), border = NA)
    lines(found$years, band["mean", ], col = colour[i], lty = style[i], lwd = 2)
  }
  title(paste0(found$label, ": difference from \u201c", found$titles[1], "\u201d"), adj = 0, cex.main = 1)
  mtext(paste("Bands: 95 % intervals over", dim(found$values)[2], "replicates,", if (is.na(found$of_a_draw)) "of chance only." else "of one more draw of parameters."), side = 1, line = 3.5, adj = 0, cex = 0.65, col = "#656d76")
  # The legend has the order of the lines at their ends.
  order <- order(-vapply(bands, function(band) band["mean", ncol(band)], 0))
  wrapped <- vapply(found$titles[-1], function(words) paste(strwrap(words, 28), collapse = "\n"), "")
  legend(par("usr")[2], par("usr")[4], wrapped[order], col = colour[order], lty = style[order], lwd = 2, bty = "n", xpd = NA, y.intersp = 1.2)
  invisible(dev.off())
}

arguments <- commandArgs(trailingOnly = TRUE)
if (!length(arguments) %in% 1:4 || startsWith(arguments[1], "-")) {
  message("usage: scripts/read-results.R RESULTS.h5 [OUTCOME [PHASE [PICTURE]]]")
  quit(status = 2)
}
file <- arguments[1]
outcome <- if (length(arguments) > 1) arguments[2] else "burnt_out"
phase <- if (length(arguments) > 2) arguments[3] else "all"
picture <- if (length(arguments) > 3) arguments[4] else paste0(tools::file_path_sans_ext(file), "-", outcome, "-", phase, ".png")

found <- read(file, outcome, phase)
print_table(found)
draw(found, picture)
cat("picture: ", picture, "\n", sep = "")
