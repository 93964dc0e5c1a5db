package digest_test

// sheetRules are those of SpreadsheetML.
const sheetRules = `
x:workbook ; fileVersion? fileSharing? workbookPr? workbookProtection? bookViews? sheets functionGroups? externalReferences? definedNames? calcPr?
x:fileVersion ; ; appName=name? lastEdited=name? lowestEdited=name? rupBuild=name?
x:workbookPr ; ; filterPrivacy=bool? defaultThemeVersion=uint?
x:bookViews ; workbookView+
x:workbookView ; ; xWindow=int? yWindow=int? windowWidth=uint? windowHeight=uint? activeTab=uint?
x:sheets ; sheet+
x:sheet ; ; name=name sheetId=uint r:id=name
x:definedNames ; definedName+
x:definedName ; # ; name=name localSheetId=uint? hidden=bool?
x:calcPr ; ; calcId=uint?

x:worksheet ; sheetPr? dimension? sheetViews? sheetFormatPr? cols* sheetData sheetCalcPr? sheetProtection? protectedRanges? scenarios? autoFilter? sortState? dataConsolidate? customSheetViews? mergeCells? phoneticPr? conditionalFormatting* dataValidations? hyperlinks? printOptions? pageMargins? pageSetup? headerFooter? rowBreaks? colBreaks? customProperties? cellWatches? ignoredErrors? drawing? legacyDrawing? tableParts? extLst? ; xr:uid=\{[0-9A-F-]{36}\}?
x:sheetPr ; tabColor? outlinePr? pageSetUpPr?
x:pageSetUpPr ; ; fitToPage=bool?
x:dimension x:mergeCell ; ; ref=ref
x:sheetViews ; sheetView+
x:sheetView ; pane? selection* ; workbookViewId=uint tabSelected=bool? showGridLines=bool?
x:pane ; ; xSplit=uint? ySplit=uint? topLeftCell=ref? activePane=bottomRight|topRight|bottomLeft|topLeft? state=split|frozen|frozenSplit?
x:selection ; ; pane=bottomRight|topRight|bottomLeft|topLeft? activeCell=ref? sqref=ref?
x:sheetFormatPr ; ; defaultRowHeight=dec
x:cols ; col+
x:col ; ; min=uint max=uint width=dec? customWidth=bool? style=uint? hidden=bool?
x:sheetData ; row*
x:row ; c* ; r=uint? ht=dec? customHeight=bool? s=uint? customFormat=bool? hidden=bool?
x:c ; f? v? is? ; r=ref? s=uint? t=b|n|e|s|str|inlineStr?
x:v ; #
x:is ; t
x:t ; # ; xml:space=preserve?
x:autoFilter ; ; ref=ref
x:mergeCells ; mergeCell+ ; count=uint?
x:printOptions ; ; horizontalCentered=bool?
x:pageMargins ; ; left=dec right=dec top=dec bottom=dec header=dec footer=dec
x:pageSetup ; ; paperSize=uint? scale=uint? orientation=default|portrait|landscape? fitToWidth=uint? fitToHeight=uint?
x:headerFooter ; oddHeader? oddFooter? evenHeader? evenFooter? firstHeader? firstFooter?
x:oddHeader x:oddFooter ; #
x:rowBreaks x:colBreaks ; brk* ; count=uint? manualBreakCount=uint?
x:brk ; ; id=uint? min=uint? max=uint? man=bool? pt=bool?

x:styleSheet ; numFmts? fonts? fills? borders? cellStyleXfs? cellXfs? cellStyles? dxfs? tableStyles? colors? extLst? ; xr:uid=\{[0-9A-F-]{36}\}?
x:numFmts ; numFmt+ ; count=uint?
x:numFmt ; ; numFmtId=uint formatCode=name
x:fonts ; font* ; count=uint?
x:font ; b? i? strike? condense? extend? outline? shadow? u? vertAlign? sz? color? name? family? charset? scheme?
x:b x:i x:strike ; ; val=bool?
x:u ; ; val=single|double|none?
x:sz ; ; val=dec
x:name ; ; val=name
x:family ; ; val=uint
x:scheme ; ; val=major|minor|none
x:color x:fgColor x:bgColor ; ; rgb=argb? theme=uint? indexed=uint? tint=dec?
x:fills ; fill* ; count=uint?
x:fill ; patternFill
x:patternFill ; fgColor? bgColor? ; patternType=none|solid|gray125?
x:borders ; border* ; count=uint?
x:border ; left? right? top? bottom? diagonal?
x:left x:right x:top x:bottom x:diagonal ; color? ; style=thin|medium|none?
x:cellStyleXfs x:cellXfs ; xf+ ; count=uint?
x:xf ; alignment? protection? ; numFmtId=uint? fontId=uint? fillId=uint? borderId=uint? xfId=uint? applyNumberFormat=bool? applyFont=bool? applyFill=bool? applyBorder=bool? applyAlignment=bool? applyProtection=bool?
x:alignment ; ; horizontal=general|left|center|right|fill|justify? vertical=top|center|bottom|justify? wrapText=bool? indent=uint? shrinkToFit=bool?
x:cellStyles ; cellStyle+ ; count=uint?
x:cellStyle ; ; name=name xfId=uint builtinId=uint? customBuiltin=bool?
x:dxfs ; dxf* ; count=uint?
x:tableStyles ; tableStyle* ; count=uint? defaultTableStyle=name? defaultPivotStyle=name?
`

// themeRules are those of the theme that comes with a workbook.
const themeRules = `
a:theme ; themeElements objectDefaults? extraClrSchemeLst? ; name=any?
a:themeElements ; clrScheme fontScheme fmtScheme
a:clrScheme ; dk1 lt1 dk2 lt2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink ; name=name
a:dk1 a:lt1 a:dk2 a:lt2 a:accent1 a:accent2 a:accent3 a:accent4 a:accent5 a:accent6 a:hlink a:folHlink ; sysClr|srgbClr
a:sysClr ; ; val=name lastClr=color?
a:srgbClr ; alpha? ; val=color
a:schemeClr ; (lumMod|satMod|tint|shade)* ; val=phClr
a:alpha a:lumMod a:satMod a:tint a:shade ; ; val=int
a:fontScheme ; majorFont minorFont ; name=name
a:majorFont a:minorFont ; latin ea cs font*
a:latin a:ea a:cs ; ; typeface=any panose=hex?
a:font ; ; script=name typeface=any
a:fmtScheme ; fillStyleLst lnStyleLst effectStyleLst bgFillStyleLst ; name=any?
a:fillStyleLst a:bgFillStyleLst ; (solidFill|gradFill) (solidFill|gradFill) (solidFill|gradFill)
a:solidFill ; schemeClr
a:gradFill ; gsLst lin ; rotWithShape=bool?
a:gsLst ; gs gs+
a:gs ; schemeClr ; pos=uint
a:lin ; ; ang=uint scaled=bool?
a:lnStyleLst ; ln ln ln
a:ln ; solidFill prstDash miter ; w=uint cap=flat cmpd=sng algn=ctr
a:prstDash ; ; val=solid
a:miter ; ; lim=uint
a:effectStyleLst ; effectStyle effectStyle effectStyle
a:effectStyle ; effectLst
a:effectLst ; outerShdw?
a:outerShdw ; srgbClr ; blurRad=uint dist=uint dir=uint algn=ctr rotWithShape=bool
a:objectDefaults a:extraClrSchemeLst ;
`
