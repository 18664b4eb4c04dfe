import type { Borders, Fill } from '@cj-tech-master/excelts';

const line = { style: 'thin', color: { argb: 'FFBFC7D1' } } as const;

/** Looks of the workbook; fonts are the reader's own. */
export const style = {
  title: { size: 16, bold: true, color: { argb: 'FF1F3A5F' } },
  purpose: { italic: true, color: { argb: 'FF5B6775' } },
  heading: { bold: true, color: { argb: 'FFFFFFFF' } },
  headingFill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF2F5D8C' } } satisfies Fill,
  requiredFill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFB4532A' } } satisfies Fill,
  example: { italic: true, color: { argb: 'FF5B6775' } },
  link: { underline: true, color: { argb: 'FF2F5D8C' } },
  borders: { top: line, bottom: line, left: line, right: line } satisfies Partial<Borders>,
} as const;
