package digest_test

// packageRules are those of the parts that hold a file together, and of what
// it says of itself.
const packageRules = `
ct:Types ; (Default|Override)*
ct:Default ; ; Extension=name ContentType=name
ct:Override ; ; PartName=/.+ ContentType=name
rel:Relationships ; Relationship*
rel:Relationship ; ; Id=[\pL_][\w.-]* Type=name Target=name
cp:coreProperties ; (dc:title|dc:creator|dc:language|dcterms:created|dcterms:modified|lastModifiedBy)*
cp:lastModifiedBy dc:title dc:creator dc:language ; #
dcterms:created dcterms:modified ; # ; xsi:type=dcterms:W3CDTF
ap:Properties ; (Application|TotalTime)*
ap:Application ap:TotalTime ; #
`

// wordRules are those of WordprocessingML and of pictures in it.
const wordRules = `
w:document ; body
w:body ; (p|tbl)* sectPr
w:hdr w:ftr ; (p|tbl)* p
w:p ; pPr? (r|hyperlink|bookmarkStart|bookmarkEnd)*
w:hyperlink ; r* ; anchor=name? r:id=name?
w:bookmarkStart ; ; id=uint name=name
w:bookmarkEnd ; ; id=uint
w:r ; rPr? (t|br|tab|fldChar|instrText|drawing|noBreakHyphen)*
w:t w:instrText ; # ; xml:space=preserve?
w:br ; ; type=page|column|textWrapping?
w:tab w:noBreakHyphen ;
w:fldChar ; ; fldCharType=begin|separate|end
w:drawing ; wp:inline

w:pPr ; pStyle? keepNext? keepLines? pageBreakBefore? framePr? widowControl? numPr? suppressLineNumbers? pBdr? shd? tabs? suppressAutoHyphens? kinsoku? wordWrap? overflowPunct? topLinePunct? autoSpaceDE? autoSpaceDN? bidi? adjustRightInd? snapToGrid? spacing? ind? contextualSpacing? mirrorIndents? suppressOverlap? jc? textDirection? textAlignment? textboxTightWrap? outlineLvl? divId? cnfStyle? rPr? sectPr?
w:style/pPr w:pPrDefault/pPr w:lvl/pPr ; keepNext? keepLines? pageBreakBefore? widowControl? numPr? pBdr? shd? tabs? suppressAutoHyphens? snapToGrid? spacing? ind? contextualSpacing? jc? outlineLvl?
w:pStyle w:basedOn w:next w:link ; ; val=name
w:keepNext w:keepLines w:pageBreakBefore w:widowControl w:suppressAutoHyphens w:snapToGrid w:contextualSpacing w:b w:bCs w:i w:iCs w:caps w:smallCaps w:strike w:noProof w:qFormat w:semiHidden w:unhideWhenUsed w:cantSplit w:tblHeader w:noWrap w:titlePg w:evenAndOddHeaders w:updateFields w:doNotExpandShiftReturn ; ; val=onoff?
w:numPr ; ilvl? numId?
w:ilvl w:numId w:outlineLvl w:gridSpan w:defaultTabStop w:uiPriority w:start w:abstractNumId ; ; val=uint
w:pBdr ; top? left? bottom? right? between? bar?
w:tblBorders w:tcBorders ; top? left? bottom? right? insideH? insideV?
w:top w:left w:bottom w:right w:between w:insideH w:insideV w:bdr ; ; val=nil|none|single|dotted|dashed|double sz=uint? space=uint? color=color?
w:shd ; ; val=clear|nil color=color? fill=color?
w:tabs ; tab+
w:tabs/tab ; ; val=left|center|right|decimal|clear leader=none|dot|hyphen|underscore? pos=int
w:spacing ; ; before=uint? after=uint? line=int? lineRule=auto|exact|atLeast?
w:ind ; ; left=int? right=int? firstLine=uint? hanging=uint?
w:jc ; ; val=left|center|right|both
w:tblPr/jc ; ; val=left|center|right

w:rPr ; rStyle? rFonts? b? bCs? i? iCs? caps? smallCaps? strike? dstrike? outline? shadow? emboss? imprint? noProof? snapToGrid? vanish? webHidden? color? spacing? w? kern? position? sz? szCs? highlight? u? effect? bdr? shd? fitText? vertAlign? rtl? cs? em? lang? eastAsianLayout? specVanish?
w:rPr/spacing ; ; val=int
w:rFonts ; ; ascii=name? hAnsi=name? eastAsia=name? cs=name?
w:color ; ; val=color
w:sz w:szCs ; ; val=uint
w:u ; ; val=none|single|double|dotted
w:vertAlign ; ; val=baseline|superscript|subscript
w:lang ; ; val=lang? eastAsia=lang? bidi=lang?

w:tbl ; tblPr tblGrid tr*
w:tblPr ; tblStyle? tblpPr? tblOverlap? bidiVisual? tblW? jc? tblCellSpacing? tblInd? tblBorders? shd? tblLayout? tblCellMar? tblLook? tblCaption? tblDescription?
w:tblW w:tblInd w:tcW w:tblCellMar/top w:tblCellMar/left w:tblCellMar/bottom w:tblCellMar/right w:tcMar/top w:tcMar/left w:tcMar/bottom w:tcMar/right ; ; w=int type=dxa|pct|auto|nil
w:tblLayout ; ; type=fixed|autofit
w:tblCellMar w:tcMar ; top? left? bottom? right?
w:tblCaption w:tblDescription ; ; val=name
w:tblGrid ; gridCol*
w:gridCol ; ; w=uint
w:tr ; trPr? tc+
w:trPr ; (cantSplit|tblHeader|trHeight|jc|gridBefore|gridAfter)*
w:trHeight ; ; val=uint hRule=auto|exact|atLeast?
w:tc ; tcPr? (p|tbl)* p
w:tcPr ; cnfStyle? tcW? gridSpan? hMerge? vMerge? tcBorders? shd? noWrap? tcMar? textDirection? tcFitText? vAlign? hideMark?
w:vMerge ; ; val=restart|continue?
w:vAlign ; ; val=top|center|bottom|both

w:sectPr ; (headerReference|footerReference)* footnotePr? endnotePr? type? pgSz? pgMar? paperSrc? pgBorders? lnNumType? pgNumType? cols? formProt? vAlign? noEndnote? titlePg? textDirection? bidi? rtlGutter? docGrid?
w:headerReference w:footerReference ; ; type=default|first|even r:id=name
w:type ; ; val=nextPage|continuous|evenPage|oddPage
w:pgSz ; ; w=uint h=uint orient=portrait|landscape?
w:pgMar ; ; top=int right=uint bottom=int left=uint header=uint footer=uint gutter=uint
w:pgNumType ; ; start=uint?
w:cols ; ; space=uint? num=uint?

w:styles ; docDefaults? latentStyles? style*
w:docDefaults ; rPrDefault? pPrDefault?
w:rPrDefault ; rPr?
w:pPrDefault ; pPr?
w:style ; name? aliases? basedOn? next? link? autoRedefine? hidden? uiPriority? semiHidden? unhideWhenUsed? qFormat? locked? personal? personalCompose? personalReply? rsid? pPr? rPr? tblPr? trPr? tcPr? tblStylePr* ; type=paragraph|character|table|numbering styleId=name default=onoff? customStyle=onoff?
w:name ; ; val=name

w:numbering ; abstractNum* num*
w:abstractNum ; nsid? multiLevelType? tmpl? name? styleLink? numStyleLink? lvl* ; abstractNumId=uint
w:multiLevelType ; ; val=singleLevel|multilevel|hybridMultilevel
w:lvl ; start? numFmt? lvlRestart? pStyle? isLgl? suff? lvlText? lvlPicBulletId? legacy? lvlJc? pPr? rPr? ; ilvl=uint
w:numFmt ; ; val=decimal|upperRoman|lowerRoman|lowerLetter|bullet|none
w:lvlText ; ; val=any
w:lvlJc ; ; val=left|center|right
w:num ; abstractNumId ; numId=uint

w:settings ; zoom? mirrorMargins? hideSpellingErrors? hideGrammaticalErrors? defaultTabStop? autoHyphenation? evenAndOddHeaders? characterSpacingControl? updateFields? footnotePr? endnotePr? compat? rsids? themeFontLang? clrSchemeMapping? decimalSymbol? listSeparator?
w:zoom ; ; percent=uint
w:characterSpacingControl ; ; val=doNotCompress|compressPunctuation
w:compat ; doNotExpandShiftReturn? compatSetting*
w:compatSetting ; ; name=name uri=name val=name

wp:inline ; extent effectExtent? docPr cNvGraphicFramePr? a:graphic ; distT=uint? distB=uint? distL=uint? distR=uint?
wp:extent a:xfrm/ext ; ; cx=uint cy=uint
wp:docPr pic:cNvPr ; ; id=uint name=any descr=any? title=any?
a:graphic ; graphicData
a:graphicData ; pic:pic ; uri=name
pic:pic ; nvPicPr blipFill spPr
pic:nvPicPr ; cNvPr cNvPicPr
pic:cNvPicPr ;
pic:blipFill ; a:blip? a:srcRect? (a:tile|a:stretch)?
a:blip ; ; r:embed=name
a:stretch ; fillRect?
a:fillRect a:avLst ;
pic:spPr ; a:xfrm? a:prstGeom?
a:xfrm ; off? ext?
a:off ; ; x=int y=int
a:prstGeom ; avLst? ; prst=rect
`
