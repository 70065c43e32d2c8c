package dk.brobygger.web.paper;

import dk.brobygger.search.delegation.Delegation;
import dk.brobygger.search.delegation.Delegation.Delegate;
import dk.brobygger.search.delegation.Delegation.Slot;
import dk.brobygger.search.delegation.Plan;
import dk.brobygger.web.page.Wording;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The schedule for staff as a workbook: one sheet of slots by delegates, one row a meeting on
 * another, and what could not be met on a third.
 */
final class ScheduleBook {

  /** A width in characters that holds most names. */
  private static final int WIDTH = 26 * 256;

  private final XSSFWorkbook book = new XSSFWorkbook();
  private final CellStyle head;
  private final CellStyle body;
  private final Wording wording;

  private ScheduleBook(Wording wording) {
    this.wording = wording;
    Font bold = book.createFont();
    bold.setBold(true);
    head = book.createCellStyle();
    head.setFont(bold);
    head.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
    head.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    body = book.createCellStyle();
    body.setWrapText(true);
  }

  static void write(
      Path file, Delegation delegation, Plan plan, List<Appointment> meetings, Wording wording)
      throws IOException {
    ScheduleBook schedule = new ScheduleBook(wording);
    try (XSSFWorkbook book = schedule.book;
        OutputStream out = Files.newOutputStream(file)) {
      schedule.addGrid(delegation, meetings);
      schedule.addMeetings(meetings);
      schedule.addUnmet(delegation, plan);
      book.write(out);
    }
  }

  private void addGrid(Delegation delegation, List<Appointment> meetings) {
    Sheet sheet = book.createSheet(wording.say("paper.grid"));
    Map<String, String> cells = new HashMap<>();
    meetings.forEach(meeting ->
        cells.put(meeting.delegate().id() + "\n" + meeting.slot().id(), meeting.host().name()));
    Row first = sheet.createRow(0);
    put(first, 0, wording.say("paper.time"), head);
    for (int i = 0; i < delegation.delegates().size(); i++) {
      put(first, i + 1, delegation.delegates().get(i).name(), head);
    }
    int line = 1;
    for (Slot slot : delegation.slots()) {
      Row row = sheet.createRow(line++);
      put(row, 0, wording.span(slot.start(), slot.end()), head);
      for (int i = 0; i < delegation.delegates().size(); i++) {
        Delegate delegate = delegation.delegates().get(i);
        put(row, i + 1, cells.getOrDefault(delegate.id() + "\n" + slot.id(), ""), body);
      }
    }
    shape(sheet, delegation.delegates().size() + 1);
    sheet.createFreezePane(1, 1);
  }

  private void addMeetings(List<Appointment> meetings) {
    Sheet sheet = book.createSheet(wording.say("paper.meetings"));
    heads(sheet, "paper.time", "paper.delegate", "paper.host", "paper.place", "paper.table");
    int line = 1;
    for (Appointment meeting : meetings) {
      Row row = sheet.createRow(line++);
      put(row, 0, wording.span(meeting.slot().start(), meeting.slot().end()), body);
      put(row, 1, meeting.delegate().name(), body);
      put(row, 2, meeting.host().name(), body);
      put(row, 3, meeting.site().map(Delegation.Site::name).orElse(""), body);
      meeting.table().ifPresent(table -> row.createCell(4).setCellValue(table));
    }
    shape(sheet, 5);
    sheet.createFreezePane(0, 1);
    sheet.setAutoFilter(new CellRangeAddress(0, Math.max(0, line - 1), 0, 4));
  }

  private void addUnmet(Delegation delegation, Plan plan) {
    Map<String, String> names = new HashMap<>();
    delegation.delegates().forEach(one -> names.put("d" + one.id(), one.name()));
    delegation.hosts().forEach(one -> names.put("h" + one.id(), one.name()));
    Sheet sheet = book.createSheet(wording.say("paper.unmet"));
    heads(sheet, "paper.delegate", "paper.host", "paper.why");
    int line = 1;
    for (Plan.Unmet wish : plan.unmet()) {
      Row row = sheet.createRow(line++);
      put(row, 0, names.getOrDefault("d" + wish.delegate(), wish.delegate()), body);
      put(row, 1, names.getOrDefault("h" + wish.host(), wish.host()), body);
      put(row, 2, wording.why(wish.why()), body);
    }
    shape(sheet, 3);
    sheet.createFreezePane(0, 1);
  }

  private void heads(Sheet sheet, String... keys) {
    Row row = sheet.createRow(0);
    for (int i = 0; i < keys.length; i++) {
      put(row, i, wording.say(keys[i]), head);
    }
  }

  private static void put(Row row, int column, String text, CellStyle style) {
    row.createCell(column).setCellValue(text);
    row.getCell(column).setCellStyle(style);
  }

  private static void shape(Sheet sheet, int columns) {
    for (int i = 0; i < columns; i++) {
      sheet.setColumnWidth(i, WIDTH);
    }
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setLandscape(true);
    sheet.getPrintSetup().setFitHeight((short) 0);
  }
}
